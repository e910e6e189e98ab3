// The exit code of a run with a baseline: what the verdict would be, were it not for what is listed.
import { EXIT, type ExitCode } from '../../engine/error.js';
import { exitOf, verdictOf } from '../../engine/verdict.js';
import type { CaseReport } from '../types.js';
import { isFailure } from './is-failure.js';
import type { BaselineReport } from './types.js';

/** What an exit code follows from. */
export interface Standing extends Pick<BaselineReport, 'known' | 'flaky'> {
  readonly new: number;
  readonly stale: number;
  readonly cases: readonly CaseReport[];
  /** The cases that a case rests on. */
  readonly restsOn: (id: string) => readonly string[];
}

/**
 * A fault of ours outweighs everything: it may hide a failure. Then come new failures, then stale entries. What is left
 * has to pass: nothing that was not seen gets green by being near something that is listed.
 */
export function exitWithBaseline(standing: Standing): ExitCode {
  const { cases, known, flaky } = standing;
  if (cases.some(({ status }) => status === 'harness-error')) return EXIT.harness;
  if (standing.new > 0) return EXIT.nonconformant;
  if (standing.stale > 0) return EXIT.stale;
  const listed = new Set([...known, ...flaky]);
  const explained = blockedBy(listed, standing);
  const rest = cases.filter(({ id, uncounted }) => uncounted !== true && !listed.has(id) && !explained.has(id));
  const outcomes = rest.map(({ level, unscored, status }) => ({ level, scored: unscored !== true, status }));
  // A run of nothing but known failures went as expected.
  if (known.length > 0 && outcomes.every(isBeside)) return EXIT.conformant;
  return exitOf(verdictOf(outcomes));
}

const isBeside = ({ level, scored, status }: Parameters<typeof verdictOf>[0][number]): boolean =>
  level !== 'must' || !scored || status === 'not-applicable';

/** Cases that are blocked because they rest, directly or through others, on a failure that is listed. */
function blockedBy(listed: ReadonlySet<string>, { cases, restsOn }: Standing): ReadonlySet<string> {
  const roots = new Set(cases.filter((one) => isFailure(one) && listed.has(one.id)).map(({ id }) => id));
  const blocked = cases.filter(({ status }) => status === 'blocked');
  for (let before = -1; before !== roots.size; ) {
    before = roots.size;
    for (const { id } of blocked) if (restsOn(id).some((root) => roots.has(root))) roots.add(id);
  }
  return roots;
}
