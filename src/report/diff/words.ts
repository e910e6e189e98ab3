// The sentences that every form of the diff begins with.
import { count } from '../text/layout.js';
import { isOpen, isRegression } from './build-diff.js';
import type { CaseChange, Diff, Difference, FindingChange, ProfileChange } from './types.js';

/** What the diff comes to, in one sentence, without its end. */
export function headline({ outcome, cases, counts }: Diff): string {
  switch (outcome) {
    case 'regression':
      return `Regression: ${extent(cases.filter(isRegression))} seen to hold, and seen to be broken now`;
    case 'undecided': {
      const open = cases.filter(isOpen);
      return open.length === 0
        ? 'Undecided: the old report shows of no MUST whether it held, so there is nothing that could regress'
        : `Undecided: no regression is seen, but ${extent(open)} seen to hold, and not shown to hold now`;
    }
    case 'no-regression':
      return counts.fixed.cases === 0
        ? 'No regression'
        : `No regression, and ${count(counts.fixed.cases, 'case')} fixed`;
  }
}

function extent(changes: readonly CaseChange[]): string {
  const requirements = new Set(changes.map(({ requirement }) => requirement)).size;
  return `${count(changes.length, 'case')} of ${count(requirements, 'MUST requirement')} ${changes.length === 1 ? 'was' : 'were'}`;
}

/** How much was compared. */
export const comparedSentence = ({ compared: { cases, same } }: Diff): string =>
  `${count(cases, 'case')} ${cases === 1 ? 'is' : 'are'} in both reports; ${same} of them ${same === 1 ? 'has' : 'have'} the same status.`;

/** What a difference between the runs means to a reader; what was and is comes from the reports. */
export const DIFFERENCES: Readonly<Record<Difference['what'], string>> = {
  target: 'the targets have different names',
  version: 'version of the target',
  observation: 'the targets were observed in different ways',
  tasks: 'the targets were asked for different things',
  bindings: 'the targets were asked over different bindings',
  selection: 'different cases were asked for',
  specification: 'different versions of the specification are scored',
  suite: 'the suites differ, so a case may have changed rather than the target',
  tool: 'version of the tool',
  seed: 'the seeds differ, which changes nothing but order and tokens',
};

/** Digits of a digest that tell suites apart for a reader. */
const DIGITS = 12;

/** The value of a difference as a reader wants it. */
export const differenceValue = ({ what }: Difference, value: string): string =>
  what === 'suite' ? value.slice(0, DIGITS) : value;

/** How many cases a finding has. */
export function findingCounts({ old, new: now, passed }: FindingChange): string {
  const many = (all: number): string =>
    passed === all ? 'all of which' : passed === 0 ? 'none of which' : `${passed} of which`;
  if (now === 0) return `${count(old, 'case')}, ${many(old)} hold now`;
  if (old === 0) return `${count(now, 'case')}, ${many(now)} held before`;
  return old === now ? count(now, 'case') : `${old} → ${count(now, 'case')}`;
}

/** The verdict of a profile, and how many of its MUST requirements were verified, of those that apply. */
export function stateText(state: ProfileChange['old']): string {
  if (state === undefined) return 'not judged';
  const { applicable, verified, failed } = state.requirements;
  return `${state.verdict} ${verified}/${applicable}${failed === 0 ? '' : `, ${failed} failed`}`;
}
