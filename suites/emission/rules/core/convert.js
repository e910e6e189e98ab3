// Core, "Type System": typed programming models take the canonical string of a value, and give it.
import { canonical } from '../../../../src/event/canonical.js';
import { isTimestamp, sameInstant } from '../../../../src/event/timestamp.js';
import { broken, KEPT, silent } from '../../say.js';
import { textOf, wrong } from './attribute-rule.js';
import { attributeOf, eventRule } from './events-out.js';
/** What was asked for came out with its meaning: instants (A07), URIs, and native values of extensions. */
export const TYPE_CONVERT = eventRule('core.type.convert', (event, told) => {
    if (told === undefined)
        return silent('what was to be converted does not show in a message');
    const parts = [...told.attributes]
        .filter(([name, value]) => isTyped(name, value))
        .map(([name, value]) => converted(event, name, value));
    // One value that does not show leaves it open whether the model can convert.
    const decisive = parts.find(({ kind }) => kind === 'broken') ?? parts.find(({ kind }) => kind === 'silent');
    return decisive ?? (parts.length > 0 ? KEPT : silent('no attribute is of a type of its own'));
});
const isTyped = (name, value) => typeof value !== 'string' || (name === 'time' ? isTimestamp(value) : name === 'source' || name === 'dataschema');
function converted(event, name, value) {
    const attribute = attributeOf(event, name);
    if (attribute === undefined)
        return broken(`${name} did not come out`, { [name]: value }, { [name]: null }, 'lost');
    if (attribute.value === value || attribute.value === canonical(value))
        return KEPT;
    const text = textOf(attribute);
    // A URI may have been normalised, and how a Boolean or an Integer is spelt is another rule.
    if (name !== 'time' || text === undefined || !isTimestamp(text))
        return silent(`${name} has another spelling`);
    if (sameInstant(canonical(value), text) !== 'different')
        return KEPT;
    return wrong(`${name} is another instant`, { [name]: value }, attribute, 'changed');
}
