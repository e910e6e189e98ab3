// The one place that decides a verdict, for every command and every profile.
import { EXIT, type ExitCode } from './error.js';
import type { Status } from './judgement.js';
import type { Level } from './requirement.js';

export type Verdict = 'conformant' | 'nonconformant' | 'inconclusive';

/** As much of a result as a verdict depends on. `scored`: the requirement is part of the scored specification. */
export interface Outcome {
  readonly level: Level;
  readonly scored: boolean;
  readonly status: Status;
}

/**
 * `nonconformant` if a MUST case failed or timed out; `conformant` if at least one MUST case ran and every applicable
 * MUST case passed; else `inconclusive`.
 */
export function verdictOf(outcomes: readonly Outcome[]): Verdict {
  const must = outcomes.filter(
    ({ level, scored, status }) => level === 'must' && scored && status !== 'not-applicable',
  );
  if (must.some(({ status }) => status === 'fail' || status === 'timeout')) return 'nonconformant';
  return must.length > 0 && must.every(({ status }) => status === 'pass') ? 'conformant' : 'inconclusive';
}

/** The exit code of a verdict. */
export function exitOf(verdict: Verdict): ExitCode {
  switch (verdict) {
    case 'conformant':
      return EXIT.conformant;
    case 'nonconformant':
      return EXIT.nonconformant;
    case 'inconclusive':
      return EXIT.inconclusive;
  }
}
