// Undecided cases as entries of a baseline, each by its own id: a glob would excuse cases that are undecided tomorrow.
import type { Suite } from '../../engine/suite.js';
import { caseFinder } from '../../report/baseline/case-finder.js';
import { isUndecided } from '../../report/baseline/is-undecided.js';
import { restsOn } from '../../report/baseline/rests-on.js';
import type { BaselineReport, Entry } from '../../report/baseline/types.js';
import { unexcused } from '../../report/baseline/unexcused.js';
import { safe } from '../../report/text/safe.js';
import type { CaseReport, Report } from '../../report/types.js';
import { NO_REASON } from './first-flaw.js';
import type { Addition } from './rewrite-lists.js';

/** Longest message in a comment, in characters. */
const MOST_MESSAGE = 120;

/** The undecided cases that keep a run from exit 0 once its new failures are listed. */
export function undecidedToList(
  { cases }: Report,
  { known, new: news, flaky, open, stale }: BaselineReport,
  entries: readonly Entry[],
  suite: Suite,
): readonly CaseReport[] {
  const find = caseFinder(suite.cases);
  const expired = new Set(stale.filter(({ why }) => why === 'expired').map(({ entry }) => entry.line));
  // A case cannot be flaky and expected at once, and whether an expired entry gets more time is for its owner to decide.
  const spoken = new Set(
    entries
      .filter(({ list, line }) => list === 'flaky' || expired.has(line))
      .flatMap((entry) => find(entry.case).map(({ id }) => id)),
  );
  return unexcused({
    cases,
    known: [...known, ...news.map((one) => one.case)],
    flaky,
    undecided: open.flatMap((one) => one.cases),
    restsOn: restsOn(suite),
  }).filter((one) => one.level === 'must' && one.unscored !== true && isUndecided(one) && !spoken.has(one.id));
}

/** What has to be added: those with one message side by side, below it. */
export function undecidedAdditions(cases: readonly CaseReport[]): readonly Addition[] {
  const groups = new Map<string, CaseReport[]>();
  for (const one of cases) {
    const key = one.message === undefined ? one.status : `${one.status}: ${one.message}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].map(([why, members]) => ({
    list: 'expected',
    comment: safe(`Undecided, ${why}`, MOST_MESSAGE),
    entries: members.map(({ id }) => ({ case: id, reason: NO_REASON })),
  }));
}
