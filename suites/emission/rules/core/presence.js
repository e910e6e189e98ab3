// Core, "Context Attributes": what every event carries, and that it carries nothing twice.
import { REQUIRED_ATTRIBUTES } from '../../../../src/event/names.js';
import { broken, KEPT, silent, weigh } from '../../say.js';
import { wrong } from './attribute-rule.js';
import { attributeOf, eventRule, setAttributes } from './events-out.js';
/** id, source, specversion and type are there. That they are empty is another rule. */
export const ATTR_REQUIRED = eventRule('core.attr.required', (event) => {
    const missing = REQUIRED_ATTRIBUTES.filter((name) => attributeOf(event, name) === undefined);
    if (missing.length === 0)
        return KEPT;
    return broken(`the event came out without ${missing.join(', ')}`, REQUIRED_ATTRIBUTES, setAttributes(event).map(({ name }) => name), missing.join(', '));
});
/** An attribute is there once. 1.0.2 does not say so. */
export const ATTR_UNIQUE = eventRule('core.attr.unique', (event) => weigh([...event.attributes.values()].map((attribute) => once(attribute, event.where)), 'the event has no attributes'));
function once(attribute, where) {
    const { name, raw } = attribute;
    if (raw.length === 1)
        return KEPT;
    // HTTP lets nobody write a value in several lines that is no list (RFC 7230, section 3.2.2), so that what has several
    // values was written several times. Lines that repeat each other may have been doubled on the way (position A18).
    if (where === 'headers' && new Set(raw).size === 1)
        return silent(`the header of ${name} is there twice, with one value`);
    return wrong(`the attribute ${name} is there ${raw.length} times`, 1, { ...attribute, value: undefined });
}
