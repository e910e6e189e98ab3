import type { RequirementReport } from '../../report/types.js';

/** MUST requirements of the scored specification. */
export interface Musts {
  readonly applicable: number;
  readonly verified: number;
  readonly failed: number;
}

/** How many MUST requirements apply to a subject, and what became of them. */
export function mustsOf(requirements: Iterable<Pick<RequirementReport, 'level' | 'outcome' | 'unscored'>>): Musts {
  const musts = [...requirements].filter(
    ({ level, outcome, unscored }) => level === 'must' && unscored === undefined && outcome !== 'not-applicable',
  );
  const count = (outcome: RequirementReport['outcome']): number =>
    musts.filter((one) => one.outcome === outcome).length;
  return { applicable: musts.length, verified: count('verified'), failed: count('failed') };
}
