import type { Outcome } from '../text/style.js';
import type { RequirementReport } from '../types.js';
import { OUTCOME_WORDS, OUTCOMES } from './words.js';

/** How many requirements have each outcome, in the order of the legend. */
export const tally = (
  requirements: readonly RequirementReport[],
): readonly (readonly [outcome: Outcome, count: number])[] =>
  OUTCOMES.map((outcome) => [outcome, requirements.filter((one) => one.outcome === outcome).length]);

/** The same in words: `3 verified · 1 failed`. */
export const tallyText = (counts: ReturnType<typeof tally>): string =>
  counts
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${count} ${OUTCOME_WORDS[outcome]}`)
    .join(' · ');
