// Core, "Type System": the characters that no String holds.
import { firstDisallowed } from '../../../../src/event/string.js';
import { KEPT, silent } from '../../say.js';
import { wrong } from './attribute-rule.js';
import { attributeOf, eventRule, setAttributes } from './events-out.js';
/** No control character, noncharacter or unpaired surrogate comes out, be it encoded or not. */
export const STR_CLEAN = eventRule('core.type.str-clean', (event, told) => {
    const parts = setAttributes(event)
        .filter(({ name }) => isString(name, event.where))
        .map((attribute) => clean(attribute, told));
    // One value that cannot be read leaves it open what came out.
    const decisive = parts.find(({ kind }) => kind === 'broken') ?? parts.find(({ kind }) => kind === 'silent');
    if (decisive !== undefined)
        return decisive;
    // That it came out otherwise, or not at all, is right only for what no String holds.
    const name = changed(event, told);
    if (name !== undefined)
        return silent(`${name} did not come out as it is`);
    return parts.length > 0 ? KEPT : silent('the event has no String');
});
const changed = (event, told) => [...(told?.attributes ?? [])].find(([name, value]) => {
    if (typeof value !== 'string' || !isString(name, event.where) || name === 'datacontenttype')
        return false;
    return firstDisallowed(value) === undefined && attributeOf(event, name)?.value !== value;
})?.[0];
// The other types have grammars of their own, and around the semicolons of a Content-Type tabs are legal.
const isString = (name, where) => !['source', 'dataschema', 'time'].includes(name) && !(where === 'headers' && name === 'datacontenttype');
function clean(attribute, told) {
    const { name, value, raw } = attribute;
    const found = typeof value === 'string' ? firstDisallowed(value) : undefined;
    if (found === undefined) {
        if (value !== undefined)
            return KEPT;
        if (!raw.some(holdsSurrogate))
            return silent(`${name} cannot be read`);
        return wrong('an unpaired surrogate came out', 'allowed characters', attribute, 'lone-surrogate');
    }
    const asked = told?.attributes.get(name);
    // An escape that was asked for as text, and not encoded once more, is a rule of the binding.
    if (typeof asked === 'string' && firstDisallowed(asked) === undefined && raw.includes(asked)) {
        return silent(`${name} is not encoded`);
    }
    const character = `U+${found.codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
    const messages = {
        control: `the control character ${character} came out`,
        noncharacter: `the noncharacter ${character} came out`,
        'lone-surrogate': `the unpaired surrogate ${character} came out`,
    };
    return wrong(messages[found.why], 'allowed characters', attribute, found.why);
}
/** Whether the octets of a header hold a surrogate as UTF-8 would write it if it could. */
function holdsSurrogate(raw) {
    const unescaped = raw.replace(/%([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
    return /\xed[\xa0-\xbf][\x80-\xbf]/.test(unescaped);
}
