import { validate } from '../../src/event/validate.js';
import { broken } from './causes.js';
/** Judges the answers about a pair of events, and the message that the second was written to if it was found valid. */
export function judgeValidity(vector, observed) {
    const { reactions } = observed;
    const failure = reactions.find((reaction) => reaction.kind === 'broken');
    if (failure?.kind === 'broken')
        return broken(failure.failure, { expect: { refused: { attributes: [] } } });
    const [valid, invalid, written] = reactions;
    if (valid === undefined || invalid === undefined)
        return { status: 'inconclusive', message: 'there was no answer' };
    const undecided = [valid, invalid].find((reaction) => reaction.kind === 'undecided');
    if (undecided?.kind === 'undecided')
        return { status: 'inconclusive', message: undecided.reason };
    if (valid.kind === 'refused') {
        return { status: 'blocked', message: `a plain valid event is found invalid as well: ${valid.text}` };
    }
    if (invalid.kind === 'refused')
        return { status: 'pass', expected: 'invalid', actual: `invalid: ${invalid.text}` };
    return foundValid(vector, observed, written);
}
function foundValid({ requirement, title }, { validated, outputs }, written) {
    if (written === undefined || written.kind === 'undecided') {
        return {
            status: 'inconclusive',
            message: 'found valid, and nothing is written that would show what was validated',
        };
    }
    if (written.kind === 'refused')
        return beside('found valid, but refused when it is to be written');
    const decoded = outputs.at(-1)?.decoded;
    if (decoded?.kind !== 'decoded') {
        return { status: 'inconclusive', message: 'found valid, and what is written cannot be decoded' };
    }
    const kept = defects(validated?.[1]).filter((defect) => decoded.value.events.some((event) => defects(event).some((other) => isSame(other, defect))));
    if (kept.length === 0)
        return beside('it is repaired before it is validated: what is written is valid');
    const message = 'an invalid event is found valid';
    return {
        status: 'fail',
        expected: 'invalid',
        actual: { valid: true, written: Object.fromEntries(kept.map((defect) => shown(defect, decoded.value.events[0]))) },
        message,
        cause: { key: `found valid ${requirement}`, title: `An invalid event is found valid: ${title}` },
    };
}
const beside = (message) => ({ status: 'not-applicable', message });
const defects = (event) => event === undefined ? [] : validate(event, '1.0.2');
const isSame = (a, b) => a.rule === b.rule && a.attribute === b.attribute;
const shown = ({ attribute = '' }, event) => [
    attribute,
    event?.attributes.get(attribute) ?? null,
];
