// JSON format, section 2.2: the JSON type of an attribute follows from its CloudEvents type.
import { decodeBase64 } from '../../../../src/event/binary.js';
import { isCoreAttribute } from '../../../../src/event/names.js';
import { broken, KEPT, silent, weigh } from '../../say.js';
import { eventRule, setMember } from './documents.js';
import { sameAttribute } from './same-attribute.js';
import { shownMember } from './shown-member.js';
/** A Boolean is true or false, without quotes. */
export const TYPE_BOOL = typeRule('json.type.bool', {
    what: 'a Boolean',
    isMeant: (_, value) => typeof value === 'boolean',
    look: (name, value, member) => typeof member.value === 'boolean'
        ? same(name, value, member)
        : wrongType(name, value, member, 'a Boolean is not a JSON boolean'),
    captured: ({ value }) => (typeof value === 'boolean' ? KEPT : undefined),
});
/** An Integer is a JSON number that is written without fraction and exponent. */
export const TYPE_INT = typeRule('json.type.int', {
    what: 'an Integer',
    isMeant: (_, value) => typeof value === 'number',
    look(name, value, member) {
        if (typeof member.value !== 'number')
            return wrongType(name, value, member, 'an Integer is not a JSON number');
        return INTEGER.test(member.text) ? same(name, value, member) : misspelt(name, value, member);
    },
    captured(member) {
        // A fraction is no attribute value at all, which is a rule of the core.
        if (typeof member.value !== 'number' || !Number.isInteger(member.value))
            return undefined;
        return INTEGER.test(member.text) ? KEPT : misspelt(member.name, member.value, member);
    },
});
/** The integer component of RFC 8259, section 6. `-0` fits it (position A05). */
const INTEGER = /^-?(?:0|[1-9][0-9]*)$/;
/** String, URI, URI-reference and Timestamp are JSON strings, whatever their characters look like. */
export const TYPE_TEXT = typeRule('json.type.text', {
    what: 'text',
    isMeant: (_, value) => typeof value === 'string',
    look: (name, value, member) => typeof member.value === 'string'
        ? same(name, value, member)
        : wrongType(name, value, member, 'a text is not a JSON string'),
    captured({ name, value, text }) {
        // Of the attributes whose type is known, all are text. Objects and arrays are a rule of the core.
        if (!isCoreAttribute(name) || typeof value === 'object')
            return undefined;
        if (typeof value === 'string')
            return KEPT;
        return broken(`${name} is not a JSON string`, { [name]: text }, { [name]: value }, 'type');
    },
});
/** The base64 of a Binary comes out as it is. What is told apart is its canonical string alone. */
export const TYPE_BINARY = typeRule('json.type.binary', {
    what: 'a Binary',
    isMeant: (name, value) => !isCoreAttribute(name) && typeof value === 'string' && isBase64(value),
    look: (name, value, member) => typeof member.value === 'string'
        ? same(name, value, member)
        : wrongType(name, value, member, 'a Binary is not a JSON string'),
    captured: () => undefined,
});
const isBase64 = (text) => text !== '' && decodeBase64(text) !== undefined;
function typeRule(requirement, check) {
    const nothing = `no attribute is known to be ${check.what}`;
    return eventRule(requirement, (document, event) => weigh(event === undefined ? captured(document, check) : asked(document, event, check), nothing));
}
const asked = (document, { attributes }, { isMeant, look }) => [...attributes]
    .filter(([name, value]) => isMeant(name, value))
    .map(([name, value]) => {
    const member = setMember(document, name);
    return member === undefined ? silent(`${name} did not come out`) : look(name, value, member);
});
const captured = (document, check) => document
    .filter(({ name }) => name !== 'data' && name !== 'data_base64')
    .flatMap((member) => check.captured(member) ?? []);
function same(name, value, member) {
    const isText = typeof value === 'string' && typeof member.value === 'string';
    if (isText ? sameAttribute(name, value, member.value) : value === member.value)
        return KEPT;
    return broken(`${name} has another value`, { [name]: value }, { [name]: shownMember(member) }, 'changed');
}
const wrongType = (name, value, member, message) => broken(message, { [name]: value }, { [name]: shownMember(member) }, 'type');
const misspelt = (name, value, member) => broken('an Integer has a fraction or an exponent', { [name]: value }, { [name]: `${member.text} (as it is spelt)` }, 'spelling');
