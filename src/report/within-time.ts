// A glob that somebody else wrote can take a regular expression longer than anybody waits.
import { runInNewContext } from 'node:vm';
import { usageError } from '../engine/error.js';

/** All the globs of a report take some hundredth of it. */
const MOST_MS = 10_000;

/** What `work` gives, which depends on globs of a report. Throws a usage error where it takes longer than `ms`. */
export function withinTime<Value>(work: () => Value, ms: number = MOST_MS): Value {
  try {
    // Only the engine can end what is in the middle of an expression; the context has nothing to do with it.
    return runInNewContext('work()', { work }, { timeout: ms }) as Value;
  } catch (error) {
    if (!isTimeout(error)) throw error;
    throw usageError(
      'report.globs',
      `failed to follow the report: to match its globs takes more than ${ms / 1000} s`,
      'no run was asked for such globs; get the report as it was written',
    );
  }
}

// It is an error of the other context, and so no instance of the Error here.
const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
