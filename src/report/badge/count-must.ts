// How many MUST requirements a run has verified, over all of its profiles: a requirement that several of them share counts once, and
// what is in none of them does not count, as it does not for the verdict.
import { outcomeOf } from '../../engine/outcomes.js';
import type { CaseReport, Report } from '../types.js';
import type { MustCount } from './types.js';

export function countMust({ requirements, cases }: Report): MustCount {
  const counted = byRequirement(cases.filter(({ uncounted }) => uncounted === undefined));
  const outcomes = requirements
    .filter(({ level, unscored }) => level === 'must' && unscored === undefined)
    .map(({ id }) => outcomeOf(statuses(counted.get(id) ?? [])))
    .filter((outcome) => outcome !== 'not-applicable');
  return {
    applicable: outcomes.length,
    verified: outcomes.filter((outcome) => outcome === 'verified').length,
    failed: outcomes.filter((outcome) => outcome === 'failed').length,
  };
}

function byRequirement(cases: readonly CaseReport[]): ReadonlyMap<string, readonly CaseReport[]> {
  const groups = new Map<string, CaseReport[]>();
  for (const one of cases) {
    const group = groups.get(one.requirement);
    if (group === undefined) groups.set(one.requirement, [one]);
    else group.push(one);
  }
  return groups;
}

// Variants that the text backs less strongly decide only where there is nothing else.
function statuses(cases: readonly CaseReport[]): ReadonlySet<CaseReport['status']> {
  const own = cases.filter(({ level }) => level === 'must');
  return new Set((own.length > 0 ? own : cases).map(({ status }) => status));
}
