// Vectors about the values of expressions become cases.
import type { Case, Prerequisite } from '../../src/engine/case.js';
import type { ErrorMode } from '../../src/engine/error-mode.js';
import type { Requirement } from '../../src/engine/requirement.js';
import type { Question } from '../../src/target/types.js';
import { type BaseEvent, patchedEvent } from '../vector/event.js';
import { substitute } from '../vector/substitute.js';
import { expressionText } from './expression-text.js';
import { judgeAnswers } from './judge-answers.js';
import { outcomesOf } from './match.js';
import type { EvaluationVector } from './types.js';

/** The value of an attribute that is different in every case: who does not know it answers without looking. */
export const GROUND = 'cesql.attr.required/id';

/** Another one, which is the ground of the first: who gives the same attribute for everything has not looked either. */
export const OTHER_GROUND = 'cesql.attr.required/source';

/** The case of one vector. */
export function evaluationCaseOf(vector: EvaluationVector, requirement: Requirement, base: BaseEvent): Case {
  return inMode(vector, requirement, base, undefined);
}

function inMode(
  vector: EvaluationVector,
  requirement: Requirement,
  base: BaseEvent,
  mode: ErrorMode | undefined,
): Case {
  const name = `${vector.requirement}/${vector.variant}`;
  const expected = vector.expect === undefined ? undefined : outcomesOf(vector.expect, mode);
  const dependsOnMode = JSON.stringify(vector.expect ?? null).includes('"values"');
  return {
    id: `${name}@evaluate`,
    requirement,
    level: vector.level ?? requirement.level,
    carrier: 'evaluate',
    task: 'evaluate',
    title: vector.title,
    ...(vector.why === undefined ? {} : { why: vector.why }),
    ...(expected === undefined
      ? {}
      : { expected: expected.length === 1 ? toJson(expected[0]) : { oneOf: toJson(expected) } }),
    needs: 'value',
    ...(vector.twin === undefined ? {} : { twin: `${vector.twin}@evaluate` }),
    ground: `${name === GROUND ? OTHER_GROUND : GROUND}@evaluate`,
    requires: prerequisites(vector, name),
    events: 0,
    ...(vector.functions === true ? { userFunctions: true as const } : {}),
    ...(mode === undefined && dependsOnMode ? { inMode: (said) => inMode(vector, requirement, base, said) } : {}),
    stimulus: () => [],
    questions: (token) => questionsOf(vector, base, token),
    judge: (observed) => judgeAnswers(vector, mode, observed),
  };
}

const prerequisites = ({ requires = [] }: EvaluationVector, name: string): readonly Prerequisite[] =>
  [GROUND, ...requires].filter((id) => id !== name).map((id) => ({ id: `${id}@evaluate`, outcome: 'passed' as const }));

function questionsOf(vector: EvaluationVector, base: BaseEvent, token: string): readonly Question[] {
  const { expression, event } = substitute({ expression: vector.expression, event: vector.event ?? {} }, token);
  const question = { expression: expressionText(expression), event: patchedEvent(substitute(base, token), event) };
  return Array.from({ length: vector.times ?? 1 }, () => question);
}

const toJson = (value: unknown): NonNullable<Case['expected']> => value as NonNullable<Case['expected']>;
