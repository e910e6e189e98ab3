import { levelOf } from '../engine/case.js';
import { inSpec } from '../engine/in-spec.js';
import type { Result } from '../engine/run.js';
import type { SpecVersion } from '../event/types.js';

/** Why these results decide nothing, in one sentence: how many MUST cases are open, and the most frequent reason. */
export function whyInconclusive(results: readonly Result[], spec: SpecVersion): string {
  const must = results.filter(
    ({ item, judgement }) =>
      levelOf(item, spec) === 'must' && inSpec(item.requirement, spec) && judgement.status !== 'not-applicable',
  );
  if (must.length === 0) return 'no MUST case applied';
  const open = must.filter(({ judgement }) => judgement.status !== 'pass');
  const counts = new Map<string, number>();
  for (const { judgement } of open) {
    const reason = judgement.message ?? judgement.status;
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  // Equally frequent reasons keep the order of the suite.
  const [frequent] = [...counts].toSorted(([, a], [, b]) => b - a);
  const reason = frequent === undefined ? '' : `; ${counts.size === 1 ? '' : 'most often: '}${frequent[0]}`;
  return `${open.length} of ${must.length} MUST cases are undecided${reason}`;
}
