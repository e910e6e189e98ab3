import type { Decision } from './decision.js';
import type { Standing } from './standing.js';

/** The name of the test that stands for the run as a whole. */
export const VERDICT_TEST = 'ce-conform.verdict';

/**
 * Why a run that did not end with 0 has no test that failed: an inconclusive verdict, an entry of a baseline to be removed. A reader of
 * tests would take such a run for a good one. Undefined where the tests say it themselves, or where all is well.
 */
export function untoldVerdict(
  { verdict, sentence, exit, notes }: Decision,
  kinds: readonly Standing['kind'][],
): string | undefined {
  if (exit === 0 || kinds.some((kind) => kind === 'failed' || kind === 'error')) return undefined;
  return [`${verdict}: ${sentence}`, ...notes].join(' ');
}
