// `ce-conform badge`: what a report shows, in one line that a README can carry; and whether a badge is that of a report.
import { join } from 'node:path';
import { loadSuite } from '../../../suites/suite.js';
import { EXIT, type ExitCode, usageError } from '../../engine/error.js';
import { assertFresh } from '../../report/badge/assert-fresh.js';
import { assertProved } from '../../report/badge/assert-proved.js';
import { buildBadge } from '../../report/badge/build-badge.js';
import { renderEndpoint, renderSvg } from '../../report/badge/render-badge.js';
import type { Badge } from '../../report/badge/types.js';
import type { Report } from '../../report/types.js';
import { assertSameSuite } from '../assert-same-suite.js';
import { verifyBadge } from '../badge/verify-badge.js';
import type { Io } from '../io.js';
import { parseAge } from '../parse-duration.js';
import { readReport } from '../read-report.js';
import { writeOutput } from '../write-output.js';

export interface BadgeFlags {
  /** A file, for the SVG. */
  readonly output?: string;
  /** A file, for the JSON of a shields endpoint. */
  readonly endpoint?: string;
  /** By default the badge is that of the run. */
  readonly profile?: string;
  /** A folder, for both files of the run and of each profile. */
  readonly all?: string;
  readonly maxAge?: string;
  /** A badge to check, instead of making one. */
  readonly verify?: string;
  readonly json?: boolean;
}

const DEFAULT_MAX_AGE = '90d';

/**
 * Makes badges of a report, or checks one. Exit code 0 when they were made, whatever their colour, or when the badge is that of the
 * report; 1 when it is not. Throws a usage error for a report that was edited, does not follow from its evidence, is of another suite,
 * or has expired. `now`: milliseconds since the epoch.
 */
export async function badge(path: string, flags: BadgeFlags, io: Io, now: number = Date.now()): Promise<ExitCode> {
  const maxAge = parseAge(flags.maxAge ?? DEFAULT_MAX_AGE, '--max-age');
  if (flags.verify !== undefined) return verifyBadge(flags.verify, path, { ...flags, now, maxAge }, io);
  const report = readReport(path);
  const suite = loadSuite();
  assertFresh(report, path, { now, maxAge });
  assertSameSuite(report, suite, `make a badge of ${path}`);
  assertProved(suite, report, path);
  const files = flags.all === undefined ? filesOf(report, flags) : allFiles(report, flags.all);
  for (const { file, text } of files) writeOutput(file, text);
  if (files.length > 0) io.out.write(files.map(({ file, badge: made }) => `${file}: ${inWords(made)}\n`).join(''));
  else io.out.write((flags.json === true ? renderEndpoint : renderSvg)(buildBadge(report, flags.profile)));
  return EXIT.conformant;
}

interface BadgeOutput {
  readonly file: string;
  readonly text: string;
  readonly badge: Badge;
}

function filesOf(report: Report, { output, endpoint, profile }: BadgeFlags): readonly BadgeOutput[] {
  const made = buildBadge(report, profile);
  return [
    ...(output === undefined ? [] : [{ file: output, text: renderSvg(made), badge: made }]),
    ...(endpoint === undefined ? [] : [{ file: endpoint, text: renderEndpoint(made), badge: made }]),
  ];
}

const allFiles = (report: Report, folder: string): readonly BadgeOutput[] =>
  [undefined, ...report.profiles.map(({ id }) => id)].flatMap((profile) => {
    const name = fileNameOf(profile ?? 'run');
    return filesOf(report, {
      output: join(folder, `${name}.svg`),
      endpoint: join(folder, `${name}.json`),
      ...(profile === undefined ? {} : { profile }),
    });
  });

// The suite knows the profile, as the report was judged again. Its ids are names of files; should one be none, nothing is written.
function fileNameOf(id: string): string {
  if (/^[a-z0-9-]+$/.test(id)) return id;
  throw usageError('badge.profile', `failed to name a file after the profile ${JSON.stringify(id)}`, 'use --profile');
}

const inWords = ({ label, message, color }: Badge): string => `${label} | ${message} (${color})`;
