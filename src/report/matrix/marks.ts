// What stands for an outcome or a verdict: a mark and a word, so that nothing depends on colour.
import type { Verdict } from '../../engine/verdict.js';
import { MARKS } from '../text/style.js';
import type { Agreement, Cell, CellOutcome } from './types.js';

export const CELL_MARKS: Readonly<Record<CellOutcome, string>> = { ...MARKS, absent: '∅' };

export const VERDICT_MARKS: Readonly<Record<Verdict, string>> = {
  conformant: MARKS.verified,
  nonconformant: MARKS.failed,
  inconclusive: MARKS.open,
};

/** What each outcome means, in the words of a legend. */
export const LEGEND: Readonly<Record<CellOutcome, string>> = {
  verified: 'every case that applies passed',
  failed: 'a case failed or timed out',
  warned: 'a rule weaker than MUST does not hold',
  observed: 'recorded; no rule is broken either way',
  open: 'not decided: not seen, blocked, or without a case',
  'not-applicable': 'does not apply to what the subject claims',
  absent: 'the report does not speak of it',
};

/** A heading for the requirements of one standing. */
export const GROUP_TITLES: Readonly<Record<Agreement, string>> = {
  differ: 'The subjects disagree',
  'all-fail': 'Broken wherever it was seen',
  warnings: 'Warnings',
  agree: 'Kept wherever it was seen',
  unseen: 'Nothing to compare',
};

/** How many of the cases stand behind an outcome: `3/15` for those that fail or warn, `15` for those that passed. */
export function casesBehind({ outcome, counts }: Cell): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  switch (outcome) {
    case 'failed':
      return `${(counts.fail ?? 0) + (counts.timeout ?? 0)}/${total}`;
    case 'warned':
      return `${counts.warn ?? 0}/${total}`;
    case 'verified':
      return `${counts.pass ?? 0}`;
    case 'observed':
    case 'open':
    case 'not-applicable':
    case 'absent':
      return '';
  }
}
