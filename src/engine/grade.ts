// From what a judge saw to a status of the report: level, code and version of a requirement are data, not code.
import type { SpecVersion } from '../event/types.js';
import { type Case, levelOf } from './case.js';
import { inSpec } from './in-spec.js';
import type { Judgement } from './judgement.js';
import type { Level, Requirement } from './requirement.js';

/** Weighs a judgement by the level of its case. */
export function grade(
  judgement: Judgement,
  item: Pick<Case, 'requirement' | 'level' | 'levelOnMain'>,
  spec: SpecVersion,
): Judgement {
  const { requirement } = item;
  const level = levelOf(item, spec);
  if (!inSpec(requirement, spec)) return unscored(judgement, spec);
  if (isRecorded(requirement, level) && isOutcome(judgement)) return { ...judgement, status: 'observed' };
  if (level !== 'must' && (judgement.status === 'fail' || judgement.status === 'timeout')) {
    return { ...judgement, status: 'warn' };
  }
  return judgement;
}

const isOutcome = ({ status }: Judgement): boolean => ['pass', 'warn', 'fail', 'timeout'].includes(status);

/** Whether no outcome breaks the rule. A `soft` rule binds only those who claim to validate, which nobody can yet. */
const isRecorded = ({ code }: Requirement, level: Level): boolean =>
  level === 'info' || code === 'soft' || code === 'free';

function unscored(judgement: Judgement, spec: SpecVersion): Judgement {
  if (!isOutcome(judgement)) return judgement;
  const { cause: _, ...rest } = judgement;
  const outcome = judgement.status === 'pass' ? 'holds' : 'does not hold';
  const other = spec === '1.0.2' ? 'main' : '1.0.2';
  const detail = judgement.message === undefined ? '' : `: ${judgement.message}`;
  return { ...rest, status: 'observed', message: `a rule of ${other} only, not scored; it ${outcome}${detail}` };
}
