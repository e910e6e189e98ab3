import { patchedEvent } from '../vector/event.js';
import { substitute } from '../vector/substitute.js';
import { expressionText } from './expression-text.js';
import { judgeAnswers } from './judge-answers.js';
import { outcomesOf } from './match.js';
/** The value of an attribute that is different in every case: who does not know it answers without looking. */
export const GROUND = 'cesql.attr.required/id';
/** The case of one vector. */
export function evaluationCaseOf(vector, requirement, base) {
    return inMode(vector, requirement, base, undefined);
}
function inMode(vector, requirement, base, mode) {
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
        ...(name === GROUND ? {} : { ground: `${GROUND}@evaluate` }),
        requires: prerequisites(vector, name),
        events: 0,
        ...(vector.functions === true ? { userFunctions: true } : {}),
        ...(mode === undefined && dependsOnMode ? { inMode: (said) => inMode(vector, requirement, base, said) } : {}),
        stimulus: () => [],
        questions: (token) => questionsOf(vector, base, token),
        judge: (observed) => judgeAnswers(vector, mode, observed),
    };
}
const prerequisites = ({ requires = [] }, name) => [GROUND, ...requires].filter((id) => id !== name).map((id) => ({ id: `${id}@evaluate`, outcome: 'passed' }));
function questionsOf(vector, base, token) {
    const { expression, event } = substitute({ expression: vector.expression, event: vector.event ?? {} }, token);
    const question = { expression: expressionText(expression), event: patchedEvent(substitute(base, token), event) };
    return Array.from({ length: vector.times ?? 1 }, () => question);
}
const toJson = (value) => value;
