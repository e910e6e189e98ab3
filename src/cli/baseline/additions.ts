// New failures as entries of a baseline: those of one finding side by side, below its title.
import type { Suite } from '../../engine/suite.js';
import { caseFinder } from '../../report/baseline/case-finder.js';
import { type Entry, LISTS, type NewFailure } from '../../report/baseline/types.js';
import { safe } from '../../report/text/safe.js';
import type { Report } from '../../report/types.js';
import { NO_REASON } from './first-flaw.js';
import type { Addition } from './rewrite-lists.js';

/** Longest title of a finding in a comment, in characters. */
const MOST_TITLE = 120;

/** What has to be added, in the order of the findings. Another failure of a case that is flaky is flaky too. */
export function additions(
  failures: readonly NewFailure[],
  { findings }: Report,
  entries: readonly Entry[],
  suite: Suite,
): readonly Addition[] {
  const find = caseFinder(suite.cases);
  const flaky = new Set(
    entries.filter(({ list }) => list === 'flaky').flatMap((entry) => find(entry.case).map(({ id }) => id)),
  );
  return findings.flatMap(({ title, cases }) =>
    LISTS.flatMap((list): readonly Addition[] => {
      const members = failures.filter((one) => cases.includes(one.case) && flaky.has(one.case) === (list === 'flaky'));
      if (members.length === 0) return [];
      const added = members.map((one) => ({ case: one.case, reason: NO_REASON, fingerprint: one.fingerprint }));
      return [{ list, comment: safe(title, MOST_TITLE), entries: added }];
    }),
  );
}
