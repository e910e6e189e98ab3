import { capturedCases } from './captured-cases.js';
import { EMISSION_RULES, STREAM_RULES } from './rules/index.js';
const CARRIERS = {
    binary: 'http-binary',
    structured: 'http-structured',
    batch: 'http-batch',
};
/** Every case over captured messages. `requirementOf` throws for a rule that no requirement stands behind. */
export function captureCases(requirementOf) {
    return [
        ...EMISSION_RULES.flatMap(({ requirement, modes }) => modes.map((mode) => captureCase(requirementOf(requirement), CARRIERS[mode], `in ${mode} mode`, CARRIERS[mode]))),
        ...STREAM_RULES.map(({ requirement }) => captureCase(requirementOf(requirement), 'http', 'of all messages together', 'http-binary')),
    ];
}
function captureCase(requirement, suffix, what, carrier) {
    const id = `${requirement.id}/captured@${suffix}`;
    return {
        id,
        requirement,
        level: requirement.level,
        carrier,
        task: 'capture',
        title: `messages that were captured, ${what}`,
        ...(requirement.level === 'info' ? {} : { expected: { emitted: requirement.rule } }),
        needs: 'message',
        requires: [],
        events: 0,
        stimulus: () => [],
        judge: ({ arrived }) => judged(arrived ?? [], id),
    };
}
/** All cases rest on the same messages, which are read once. */
const known = new WeakMap();
function judged(messages, id) {
    const cases = known.get(messages) ?? new Map(capturedCases(messages).cases.map((one) => [one.id, one]));
    known.set(messages, cases);
    const found = cases.get(id);
    if (found === undefined)
        return { status: 'not-applicable', message: 'no captured event is in this mode' };
    const { judgement, message } = found;
    // Nobody was asked for an occasion: what was not emitted breaks no rule, and keeps none.
    if (judgement.status === 'inconclusive')
        return { ...judgement, status: 'not-applicable' };
    return message === undefined ? judgement : { ...judgement, captured: message };
}
