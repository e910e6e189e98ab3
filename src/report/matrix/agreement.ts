// How differently the subjects behave. Only what was seen counts: an open question is no opinion.
import type { Agreement, Cell } from './types.js';

/** From those a reader wants to see first to those that say nothing. */
export const AGREEMENTS: readonly Agreement[] = ['differ', 'all-fail', 'warnings', 'agree', 'unseen'];

export interface Standing {
  readonly agreement: Agreement;
  /** Subjects on the smaller side: 0 where all that were seen behave alike. */
  readonly disagreement: number;
}

/** What the cells of one requirement amount to. */
export function standingOf(cells: readonly Pick<Cell, 'outcome'>[]): Standing {
  const count = (outcome: Cell['outcome']): number => cells.filter((cell) => cell.outcome === outcome).length;
  const [verified, warned, failed] = [count('verified'), count('warned'), count('failed')];
  const kept = verified + warned;
  if (failed > 0) return { agreement: kept > 0 ? 'differ' : 'all-fail', disagreement: Math.min(kept, failed) };
  if (warned > 0) return { agreement: 'warnings', disagreement: Math.min(verified, warned) };
  return { agreement: verified > 0 ? 'agree' : 'unseen', disagreement: 0 };
}

/** Those that differ most come first; equal ones keep their order. */
export const byDisagreement = (a: Standing, b: Standing): number =>
  AGREEMENTS.indexOf(a.agreement) - AGREEMENTS.indexOf(b.agreement) || b.disagreement - a.disagreement;
