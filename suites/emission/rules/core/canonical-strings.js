// Core, "Type System": the canonical string of a value, wherever the value is written as a string.
import { decodeBase64 } from '../../../../src/event/binary.js';
import { canonical } from '../../../../src/event/canonical.js';
import { isCoreAttribute } from '../../../../src/event/names.js';
import { KEPT, silent, weigh } from '../../say.js';
import { textOf, wrong } from './attribute-rule.js';
import { attributeOf, eventRule } from './events-out.js';
/** A Boolean is true or false, in lower case. */
export const TYPE_BOOL = spellingRule('core.type.bool', {
    what: 'a Boolean',
    isMeant: (_, value) => typeof value === 'boolean',
    look: asCanonical,
});
/** An Integer has neither plus sign nor leading zeros, fraction or exponent. */
export const TYPE_INT = spellingRule('core.type.int', {
    what: 'an Integer',
    isMeant: (_, value) => typeof value === 'number' && Number.isInteger(value),
    look: asCanonical,
});
/** A Binary is base64 of the standard alphabet, with padding (position A06). */
export const TYPE_BIN = spellingRule('core.type.bin', {
    what: 'a Binary',
    isMeant: (name, value) => typeof value === 'string' && !isCoreAttribute(name) && isBase64(value),
    look(event, name, value) {
        const attribute = attributeOf(event, name);
        const text = attribute === undefined ? undefined : textOf(attribute);
        if (attribute === undefined || text === undefined)
            return silent(`${name} did not come out as a text`);
        if (text === value)
            return KEPT;
        // Any other text may be another value, which is another rule.
        if (plain(text) !== plain(String(value)))
            return silent(`${name} came out with another value`);
        return wrong('a Binary is not in the standard alphabet with padding', { [name]: value }, attribute);
    },
});
const isBase64 = (text) => text !== '' && decodeBase64(text) !== undefined;
/** Base64 without what its variants differ in: alphabet, padding, line breaks. */
const plain = (text) => text
    .replace(/[\s=]+/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
// Without what was asked for, nobody knows the type: a header, and a JSON string, may be a String that looks like this.
function spellingRule(requirement, { what, isMeant, look }) {
    return eventRule(requirement, (event, told) => {
        const values = [...(told?.attributes ?? [])].filter(([name, value]) => isMeant(name, value));
        return weigh(values.map(([name, value]) => look(event, name, value, what)), `no attribute is known to be ${what}`);
    });
}
/** The native value, or its canonical string. What else JSON can write is a rule of the format. */
function asCanonical(event, name, value, what) {
    const attribute = attributeOf(event, name);
    if (attribute === undefined)
        return silent(`${name} did not come out`);
    if (attribute.value === value || attribute.value === canonical(value))
        return KEPT;
    if (textOf(attribute) === undefined)
        return silent(`${name} is no text`);
    return wrong(`${what} is not written as its canonical string`, { [name]: canonical(value) }, attribute);
}
