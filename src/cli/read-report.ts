// A report that a user names, for every command that reads one.
import { readFileSync, statSync } from 'node:fs';
import { usageError } from '../engine/error.js';
import { assertDigest } from '../report/assert-digest.js';
import { parseReport } from '../report/parse-report.js';
import type { Report } from '../report/types.js';

/** A run of everything over every binding writes a tenth of it; what is longer could not be held as one string. */
export const MAX_REPORT_BYTES: number = 256 * 1024 * 1024;

/**
 * Reads a report and checks it. Throws a usage error for a file that cannot be read, is too long, is no report, or is another than
 * was written.
 */
export function readReport(file: string): Report {
  const report = readEditedReport(file);
  assertDigest(report, file);
  return report;
}

/** The same for a report that may have been edited: of use to whoever says what of it does not hold. */
export function readEditedReport(file: string): Report {
  return parseReport(textOf(file), file);
}

function textOf(file: string): string {
  const hint = 'give a JSON report, as --report json=FILE writes it';
  try {
    const { size } = statSync(file);
    if (size > MAX_REPORT_BYTES) throw new Error(`it has ${size} bytes, and at most ${MAX_REPORT_BYTES} are read`);
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw usageError(
      'report.unreadable',
      `failed to read the report: ${error instanceof Error ? error.message : String(error)}`,
      hint,
    );
  }
}
