import { substitute } from '../vector/substitute.js';
import { mismatch, outcomesOf } from './match.js';
import { noAnswer } from './no-answer.js';
/** The judgement of all answers to one vector. `mode`: how the engine goes on after an error, where it has said so. */
export function judgeAnswers(vector, mode, observed) {
    const { answers, token } = observed;
    const silent = noAnswer(observed, refusalIsRight(vector));
    if (silent !== undefined)
        return silent;
    const [first] = answers;
    if (first === undefined)
        return { status: 'inconclusive', message: 'there was no answer' };
    const other = answers.find((answer) => !isSame(answer, first));
    if (vector.times !== undefined && other !== undefined)
        return unequal(vector, first, other);
    if (vector.expect === undefined)
        return { status: 'observed', message: words(first), actual: shown(first) };
    const outcomes = outcomesOf(substitute(vector.expect, token), mode);
    const found = mismatch(first, outcomes);
    return found === undefined ? { status: 'pass' } : failed(vector, found, outcomes, first);
}
function failed({ requirement, title }, { kind, message }, outcomes, answer) {
    return {
        status: 'fail',
        expected: outcomes.length === 1 ? outcomes[0] : { oneOf: outcomes },
        actual: shown(answer),
        message,
        cause: {
            key: `cesql ${requirement} ${kind}`,
            title: `${message.charAt(0).toUpperCase()}${message.slice(1)}: ${title}`,
        },
    };
}
function unequal({ requirement, title }, first, other) {
    const message = 'the same question has another answer the next time';
    return {
        status: 'fail',
        expected: shown(first),
        actual: shown(other),
        message,
        cause: {
            key: `cesql ${requirement} unequal`,
            title: `The same question has another answer the next time: ${title}`,
        },
    };
}
const refusalIsRight = ({ expect }) => expect === undefined || 'parseError' in expect || 'error' in expect;
// Errors are a set: nothing says in which order they are told.
const isSame = (a, b) => a.value === b.value && JSON.stringify(a.errors.toSorted()) === JSON.stringify(b.errors.toSorted());
/** An answer as the report shows it. */
export const shown = ({ value, errors }) => ({
    ...(value === undefined ? {} : { value }),
    ...(errors.length === 0 ? {} : { errors }),
});
function words({ value, errors }) {
    const given = value === undefined ? 'no value' : JSON.stringify(value).slice(0, 60);
    return errors.length === 0 ? given : `${given}; errors: ${errors.join(', ')}`;
}
