// The exit code of a run with a baseline: what the verdict would be, were it not for what is listed.
import { EXIT, type ExitCode } from '../../engine/error.js';
import { exitOf, verdictOf } from '../../engine/verdict.js';
import { type Excuses, unexcused } from './unexcused.js';

/** What an exit code follows from. */
export interface Standing extends Excuses {
  readonly new: number;
  readonly stale: number;
}

/**
 * A fault of ours outweighs everything: it may hide a failure. Then come new failures, then stale entries. What is left
 * has to pass: nothing that was not seen gets green by being near something that is listed.
 */
export function exitWithBaseline(standing: Standing): ExitCode {
  const { cases, known } = standing;
  if (cases.some(({ status }) => status === 'harness-error')) return EXIT.harness;
  if (standing.new > 0) return EXIT.nonconformant;
  if (standing.stale > 0) return EXIT.stale;
  const outcomes = unexcused(standing).map(({ level, unscored, status }) => ({
    level,
    scored: unscored !== true,
    status,
  }));
  // A run of nothing but known failures went as expected.
  if (known.length > 0 && outcomes.every(isBeside)) return EXIT.conformant;
  return exitOf(verdictOf(outcomes));
}

const isBeside = ({ level, scored, status }: Parameters<typeof verdictOf>[0][number]): boolean =>
  level !== 'must' || !scored || status === 'not-applicable';
