import { usageError } from '../../engine/error.js';
import type { Suite } from '../../engine/suite.js';
import type { Report } from '../types.js';
import { verifyReport } from '../verify.js';

/**
 * Judges the report again, and throws a usage error where anything in it does not follow from its evidence: whoever edits a report can
 * make its digest again. The suite must be the one the report was made with.
 */
export function assertProved(suite: Suite, report: Report, file: string): void {
  const { length } = verifyReport(suite, report).discrepancies;
  if (length === 0) return;
  throw usageError(
    'report.unproved',
    `failed to use ${file}: ${length === 1 ? 'one place in it does' : `${length} places in it do`} not follow from its evidence`,
    '`ce-conform verify` names each',
  );
}
