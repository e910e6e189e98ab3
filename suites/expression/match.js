/** The outcomes that are right: of an engine without a declared error mode, those of each mode. */
export function outcomesOf(expect, mode) {
    return ('oneOf' in expect ? expect.oneOf : [expect]).flatMap((outcome) => {
        if (!('values' in outcome))
            return [outcome];
        const { values, errors } = outcome;
        const right = mode === undefined ? [...new Set(Object.values(values))] : [values[mode]];
        return right.map((value) => ({ value, errors }));
    });
}
/** How an answer differs from the nearest of the outcomes; undefined where it is one of them. */
export function mismatch(answer, outcomes) {
    const mismatches = outcomes.map((outcome) => mismatchOf(answer, outcome));
    return mismatches.includes(undefined) ? undefined : mismatches[0];
}
function mismatchOf(answer, outcome) {
    const { errors } = answer;
    if ('parseError' in outcome) {
        return errors.includes('parse')
            ? undefined
            : {
                kind: 'taken',
                message: `what is no expression is evaluated${errors.length > 0 ? ', with other errors' : ''}`,
            };
    }
    if ('error' in outcome)
        return errors.length > 0 ? undefined : { kind: 'taken', message: 'there is no error' };
    if (errors.includes('parse'))
        return { kind: 'refused', message: 'a valid expression is refused with a parse error' };
    return (valueMismatch(answer.value, outcome) ??
        errorMismatch(errors, outcome.errors ?? []) ??
        excludedError(errors, 'value' in outcome ? outcome.not : undefined));
}
function valueMismatch(value, outcome) {
    if (value === undefined || value === null)
        return { kind: 'no value', message: 'there is no value' };
    const wanted = 'type' in outcome ? outcome.type : 'value' in outcome ? typeOf(outcome.value) : undefined;
    const type = typeOf(value);
    if (type !== wanted)
        return { kind: 'type', message: `the value is ${article(type)}, not ${article(wanted)}` };
    return 'value' in outcome && value !== outcome.value
        ? { kind: 'value', message: 'the value is another' }
        : undefined;
}
function errorMismatch(reported, expected) {
    if (expected.length === 0) {
        return reported.length === 0
            ? undefined
            : { kind: 'error', message: `an error is reported where there is none: ${reported.join(', ')}` };
    }
    if (expected.some((kind) => reported.includes(kind)))
        return undefined;
    const wanted = expected.join(' or ');
    return reported.length === 0
        ? { kind: 'no error', message: `no error is reported; expected ${wanted}` }
        : { kind: 'error', message: `the error is of the kind ${reported.join(', ')}; expected ${wanted}` };
}
function excludedError(reported, excluded = []) {
    const kinds = reported.filter((kind) => excluded.includes(kind));
    if (kinds.length === 0)
        return undefined;
    return { kind: 'error', message: `an error is reported that there is not: ${kinds.join(', ')}` };
}
/** The type of a value in the language; of what is none of its values, in words. */
export function typeOf(value) {
    switch (typeof value) {
        case 'boolean':
        case 'string':
            return typeof value;
        case 'number':
            return Number.isInteger(value) && Math.abs(value + 0.5) < 2 ** 31 ? 'integer' : 'number beyond 32 bits';
        default:
            return 'value of no type of the language';
    }
}
const article = (type) => `${type === 'integer' ? 'an' : 'a'} ${type}`;
