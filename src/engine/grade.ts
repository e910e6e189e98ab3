// From what a judge saw to a status of the report: level, code and version of a requirement are data, not code.
import type { SpecVersion } from '../event/types.js';
import type { Judgement } from './judgement.js';
import type { Requirement } from './requirement.js';

/** Whether the requirement is part of this version of the specification. */
export function isScored(requirement: Requirement, spec: SpecVersion): boolean {
  if (requirement.since === 'main') return spec === 'main';
  if (requirement.since === '1.0.2') return spec === '1.0.2';
  return true;
}

/** Weighs a judgement by the requirement's level. */
export function grade(judgement: Judgement, requirement: Requirement, spec: SpecVersion): Judgement {
  if (!isScored(requirement, spec)) return unscored(judgement, spec);
  if (isRecorded(requirement) && (judgement.status === 'pass' || judgement.status === 'fail')) {
    return { ...judgement, status: 'observed' };
  }
  if (judgement.status === 'fail' && requirement.level !== 'must') return { ...judgement, status: 'warn' };
  return judgement;
}

/** Whether no outcome breaks the rule. */
export const isRecorded = (requirement: Requirement): boolean =>
  requirement.level === 'info' || (requirement.level === 'may' && requirement.code === 'free');

function unscored(judgement: Judgement, spec: SpecVersion): Judgement {
  if (judgement.status !== 'pass' && judgement.status !== 'fail') return judgement;
  const { cause: _, ...rest } = judgement;
  const outcome = judgement.status === 'pass' ? 'holds' : 'does not hold';
  const other = spec === '1.0.2' ? 'main' : '1.0.2';
  const detail = judgement.message === undefined ? '' : `: ${judgement.message}`;
  return { ...rest, status: 'observed', message: `a rule of ${other} only, not scored; it ${outcome}${detail}` };
}
