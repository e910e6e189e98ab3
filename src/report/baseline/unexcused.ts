// What a baseline leaves for the exit code: all that counts, and that is neither listed nor hidden by what is listed.
import type { CaseReport } from '../types.js';
import { isFailure } from './is-failure.js';
import type { BaselineReport } from './types.js';

/** What is excused, and by what. */
export interface Excuses extends Pick<BaselineReport, 'known' | 'flaky'> {
  /** Undecided cases that entries name. They excuse themselves alone, not what rests on them. */
  readonly undecided: readonly string[];
  readonly cases: readonly CaseReport[];
  /** The cases that a case rests on. */
  readonly restsOn: (id: string) => readonly string[];
}

/** The cases that have to pass, in the order of the report. */
export function unexcused(excuses: Excuses): readonly CaseReport[] {
  const { cases, known, flaky, undecided } = excuses;
  const failures = new Set([...known, ...flaky]);
  const excused = new Set([...failures, ...undecided, ...blockedBy(failures, excuses)]);
  return cases.filter(({ id, uncounted }) => uncounted !== true && !excused.has(id));
}

/** Cases that are blocked because they rest, directly or through others, on a failure that is listed. */
function blockedBy(listed: ReadonlySet<string>, { cases, restsOn }: Excuses): ReadonlySet<string> {
  const roots = new Set(cases.filter((one) => isFailure(one) && listed.has(one.id)).map(({ id }) => id));
  const blocked = cases.filter(({ status }) => status === 'blocked');
  for (let before = -1; before !== roots.size; ) {
    before = roots.size;
    for (const { id } of blocked) if (restsOn(id).some((root) => roots.has(root))) roots.add(id);
  }
  return roots;
}
