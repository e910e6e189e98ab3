import { hash } from 'node:crypto';
import type { CaseReport } from '../types.js';

/**
 * What tells a failure of a case from another failure of the same case, eight hexadecimal digits, the same from run to
 * run: over what the harness says of it, never over the words of a target, which may hold a time or a number.
 */
export const fingerprintOf = (failed: CaseReport): string => hash('sha256', words(failed)).slice(0, 8);

// A deadline stands in the message of a timeout, and whether a connection was closed or reset is a race.
function words({ status, message, evidence }: CaseReport): string {
  if (status === 'timeout') return 'timeout';
  if (evidence?.received.some(({ kind }) => kind === 'failure') === true) return 'no answer';
  return message ?? status;
}
