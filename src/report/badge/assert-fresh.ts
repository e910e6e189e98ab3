// A badge speaks of today. A report that is too old to say anything of today's target gives none.
import { usageError } from '../../engine/error.js';
import { oneLine } from '../page/one-line.js';
import type { Report } from '../types.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Clocks of two machines differ by less. */
const SKEW_MS = 10 * MINUTE_MS;

/** Throws a usage error for a report of a run that began too long ago, in the future, or at no time at all. Times in milliseconds. */
export function assertFresh(
  { run }: Report,
  file: string,
  time: { readonly now: number; readonly maxAge: number },
): void {
  const age = time.now - Date.parse(run.startedAt);
  const began = oneLine(run.startedAt, 40);
  if (Number.isNaN(age)) {
    throw usageError(
      'report.time',
      `failed to use ${file}: its run began at ${JSON.stringify(began)}, which is no time`,
      'judge the target again',
    );
  }
  if (age < -SKEW_MS) {
    throw usageError(
      'report.future',
      `failed to use ${file}: its run began at ${began}, which is in the future`,
      'set the clock of this machine, or judge the target again',
    );
  }
  if (age > time.maxAge) {
    throw usageError(
      'report.expired',
      `failed to use ${file}: it has expired: its run began at ${began}, ${lengthOf(age)} ago, and the most that is allowed is ${lengthOf(time.maxAge)}`,
      'judge the target again, or allow more: --max-age 365d',
    );
  }
}

function lengthOf(ms: number): string {
  const days = Math.floor(ms / DAY_MS);
  if (days < 1) return 'less than a day';
  return days === 1 ? 'one day' : `${days} days`;
}
