// `ce-conform report --merge`: one report of the parts of a fuzzing run.
import { readFileSync } from 'node:fs';
import { loadRegistry } from '../../../suites/registry.js';
import { EXIT, type ExitCode, usageError } from '../../engine/error.js';
import type { NamedReport } from '../../report/fuzz/assert-mergeable.js';
import { mergeFuzz } from '../../report/fuzz/merge-fuzz.js';
import { parseFuzz } from '../../report/fuzz/parse-fuzz.js';
import { renderFuzz } from '../../report/fuzz/render-fuzz.js';
import type { FuzzReport } from '../../report/fuzz/types.js';
import { expandGlobs } from '../expand-globs.js';
import type { Io } from '../io.js';
import { printJson } from '../print-json.js';
import { writeOutput } from '../write-output.js';

export interface MergeFlags {
  /** A file, for JSON. */
  readonly output?: string;
  readonly json?: boolean;
}

/**
 * Joins reports. Exit code 1 where there are findings; else 3 where a part is missing, was cut short or sent nothing; else 0. Throws a
 * usage error for files that are no such reports, and for reports that cannot be joined.
 */
export async function mergeReports(args: readonly string[], flags: MergeFlags, io: Io): Promise<ExitCode> {
  const [first, ...others] = expandGlobs(args).map(read);
  if (first === undefined) throw usageError('report.none', 'failed to start: there is no report', 'name at least one');
  const merged = mergeFuzz([first, ...others]);
  if (flags.output !== undefined) writeOutput(flags.output, `${JSON.stringify(merged, null, 2)}\n`);
  if (flags.json === true) printJson(merged, io);
  else io.out.write(rendered(merged, io));
  return exitOf(merged);
}

function read(file: string): NamedReport {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw usageError(
      'fuzz.unreadable',
      `failed to read ${file}: ${error instanceof Error ? error.message : String(error)}`,
      'give JSON reports, as fuzz --report json=FILE writes them',
    );
  }
  return { file, report: parseFuzz(text, file) };
}

const rendered = (merged: FuzzReport, { out }: Io): string =>
  renderFuzz(merged, {
    colors: out.hasColors,
    columns: out.columns,
    requirements: loadRegistry().requirements,
    files: new Map(),
  });

function exitOf({ findings, totals, run, merged }: FuzzReport): ExitCode {
  if (findings.length > 0) return EXIT.nonconformant;
  const isWhole = merged?.missing.length === 0 && run.stopped === undefined && totals.messages > 0;
  return isWhole ? EXIT.conformant : EXIT.inconclusive;
}
