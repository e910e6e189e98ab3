// `ce-conform report --from`: the report of a run in any format, later and without its target.
import { resolve } from 'node:path';
import { EXIT, type ExitCode, usageError } from '../../engine/error.js';
import { FORMATS, type Format, isFormat } from '../../report/render/renderers.js';
import { rerunOf } from '../../report/rerun-of.js';
import { renderText } from '../../report/text/render.js';
import type { Report } from '../../report/types.js';
import type { Io } from '../io.js';
import { didYouMean } from '../nearest.js';
import { readReport } from '../read-report.js';
import { contextOf, renderAs } from '../report-formats.js';
import { parseReports, type ReportFile, rendered, writeReports } from '../write-reports.js';
import { formatOfPath } from './format-of-path.js';

export interface RenderFlags {
  /** The JSON report of a run. */
  readonly from?: string;
  readonly format?: string;
  /** A file instead of standard output. */
  readonly output?: string;
  /** More outputs, each FORMAT=FILE. */
  readonly report?: readonly string[];
  readonly json?: boolean;
}

/**
 * Writes a report to every place that was asked for; to standard output where there is none. Exit code 0: what the report says was decided
 * by the run. Throws a usage error for a file that is no report of a run, and before anything is written for a wrong format or place.
 */
export async function renderReport(file: string, flags: RenderFlags, io: Io): Promise<ExitCode> {
  const { output, report: more = [] } = flags;
  const asked = flags.format ?? (flags.json === true ? 'json' : undefined);
  const format = asked === undefined ? undefined : assertFormat(asked);
  const named = output === undefined ? [] : [`${format ?? formatOfPath(output)}=${output}`];
  const files = parseReports([...named, ...more], FORMATS);
  assertElsewhere(files, file);
  const report = readReport(file);
  const context = contextOf(rerunOf(report));
  await writeReports(files, (one) => renderAs(one, report, context));
  if (output === undefined && (format !== undefined || more.length === 0))
    io.out.write(
      format === undefined ? onScreen(report, io) : await rendered(format, (one) => renderAs(one, report, context)),
    );
  return EXIT.conformant;
}

function assertElsewhere(files: readonly ReportFile[], from: string): void {
  const same = files.find(({ path }) => resolve(path) === resolve(from));
  if (same === undefined) return;
  throw usageError(
    'report.itself',
    `failed to write ${same.path}: it would take the place of the report that it is made of`,
    'give it a file of its own',
  );
}

const onScreen = (report: Report, { out }: Io): string =>
  renderText(report, { colors: out.hasColors, columns: out.columns, ...rerunOf(report) });

function assertFormat(name: string): Format {
  if (isFormat(name)) return name;
  throw usageError(
    'report.format',
    `failed to start: there is no format ${JSON.stringify(name)}`,
    `${didYouMean(name, FORMATS) ?? ''} the formats are: ${FORMATS.join(', ')}`.trimStart(),
  );
}
