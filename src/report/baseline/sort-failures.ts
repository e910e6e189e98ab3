import type { CaseReport } from '../types.js';
import { fingerprintOf } from './fingerprint.js';
import { isFailure } from './is-failure.js';
import type { BaselineReport } from './types.js';

/** Cases by the list that speaks of them: failures that are expected, and all that is flaky. */
export interface Listing {
  readonly expected: ReadonlySet<string>;
  readonly flaky: ReadonlySet<string>;
}

/** What each failure is, in the order of the report. */
export function sortFailures(
  cases: readonly CaseReport[],
  { expected, flaky }: Listing,
): Pick<BaselineReport, 'known' | 'new' | 'flaky'> {
  const isNew = (one: CaseReport): boolean =>
    isFailure(one) && one.uncounted !== true && !expected.has(one.id) && !flaky.has(one.id);
  return {
    known: cases.filter(({ id }) => expected.has(id)).map(({ id }) => id),
    new: cases.filter(isNew).map((one) => ({ case: one.id, fingerprint: fingerprintOf(one) })),
    // One that was blocked or not decided has shown nothing, and is not excused either.
    flaky: cases.filter((one) => flaky.has(one.id) && (isFailure(one) || one.status === 'pass')).map(({ id }) => id),
  };
}
