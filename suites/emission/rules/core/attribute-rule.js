// What the rules about one attribute have in common.
import { REQUIRED_ATTRIBUTES } from '../../../../src/event/names.js';
import { broken, KEPT, silent } from '../../say.js';
import { attributeOf, eventRule } from './events-out.js';
/** A rule about the value of one attribute, wherever it is set. */
export const attributeRule = ({ requirement, name, look, unset }) => eventRule(requirement, (event, told) => {
    const attribute = attributeOf(event, name);
    if (attribute !== undefined)
        return look(attribute, told, event.where);
    const value = told?.attributes.get(name);
    if (value === undefined)
        return (told === undefined ? undefined : unset) ?? silent(`${name} is not set`);
    // An optional attribute whose value breaks the rule is rightly left out. A required one is missing then.
    const wasBroken = look({ name, value, raw: [] }, undefined, 'object').kind === 'broken';
    return wasBroken && !REQUIRED_ATTRIBUTES.includes(name) ? KEPT : silent(`${name} did not come out`);
});
/** The text of an attribute; undefined for what is none, or cannot be read. */
export const textOf = ({ value }) => (typeof value === 'string' ? value : undefined);
/** Something is wrong with an attribute. */
export const wrong = (message, expected, attribute, root) => broken(message, expected, shownAttribute(attribute), root);
/** An attribute for a reader: its value, or its spelling where it cannot be read, as far as it fits into a report. */
export function shownAttribute({ name, value, raw }) {
    const isReadable = value !== undefined && typeof value !== 'object';
    return { [name]: isReadable && typeof value !== 'string' ? value : shortened(isReadable ? value : raw.join(', ')) };
}
const shortened = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
/** A value is quoted as long as it fits into a report. */
const LONGEST = 400;
