// Core, "Attribute Naming Convention" ("Naming Conventions" on main).
import { canonical } from '../../../../src/event/canonical.js';
import { broken, KEPT, silent } from '../../say.js';
import { textOf as textOfMember } from '../json/documents.js';
import { shownAttribute, wrong } from './attribute-rule.js';
import { eventRule, lost, setAttributes } from './events-out.js';
/** Names are of a-z and 0-9. The case of a header's name means nothing. */
export const NAME_CHARSET = eventRule('core.name.charset', (event, told) => {
    const found = setAttributes(event).find(({ name }) => /[^a-z0-9]/.test(name));
    if (found === undefined)
        return legal(event, told);
    // The binding gives attributes the prefix, and does not keep it from headers of something else.
    if (event.where === 'headers' && told === undefined)
        return silent('whether a header is an attribute does not show');
    return wrong('the name of an attribute has characters other than a-z and 0-9', 'a-z and 0-9', found);
});
/** A name has a character at least. 1.0.2 does not say so. */
export const NAME_MIN = eventRule('core.name.min1', (event, told) => {
    const found = setAttributes(event).find(({ name }) => name === '');
    return found === undefined
        ? legal(event, told)
        : wrong('an attribute has no name', 'a name of one character at least', found);
});
/** Names start with a letter. 1.0.2 does not say so. */
export const NAME_LETTER_FIRST = eventRule('core.name.letter-first', (event, told) => ownNames(event, told, /^[0-9]/, 'starts with a digit', 'a letter first'));
/** Names have 20 characters at most. */
export const NAME_MAX = eventRule('core.name.max20', (event, told) => ownNames(event, told, /^.{21}/, 'is longer than 20 characters', '20 characters at most'));
// Advice to whoever gives a name: the producer is not who gave those that it was asked for.
function ownNames(event, told, bad, message, expected) {
    const found = setAttributes(event).find(({ name }) => /^[a-z0-9]+$/.test(name) && bad.test(name) && !told?.attributes.has(name));
    return found === undefined ? legal(event, told) : wrong(`the name ${found.name} ${message}`, expected, found);
}
/** No attribute is called data. 1.0.2 does not say so. */
export const NAME_NO_DATA = eventRule('core.name.no-data', (event, told) => {
    if (event.where === 'headers') {
        const found = event.attributes.get('data');
        return found === undefined
            ? legal(event, told)
            : wrong('an attribute is called data', 'no attribute of this name', found);
    }
    if (told === undefined)
        return silent('whether data is an attribute does not show');
    return inPlaceOfData(event, told);
});
// In an object, what tells is the value of the attribute where that of the data should be.
function inPlaceOfData(event, told) {
    const { attributes, data } = told;
    const value = attributes.get('data');
    if (value === undefined || data === undefined)
        return legal(event, told);
    const found = event.document.find((member) => member.name === 'data' && textOfMember(member) === canonical(value));
    if (found === undefined || (data.kind === 'text' && data.text === value))
        return legal(event, told);
    const shown = { name: 'data', value: found.value, raw: [found.text] };
    return broken('an attribute called data stands in the place of the data', 'the data', shownAttribute(shown));
}
/** Nothing is wrong with the names, if all that were to come out did. */
function legal(event, told) {
    const name = lost(event, told);
    return name === undefined ? KEPT : silent(`${name} did not come out`);
}
