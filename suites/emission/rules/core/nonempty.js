// Core, "id", "type" and "subject": Strings that are not empty.
import { KEPT, silent } from '../../say.js';
import { attributeRule, textOf, wrong } from './attribute-rule.js';
/** id is not empty. */
export const ID_NONEMPTY = nonempty('core.id.nonempty', 'id');
/** type is not empty. */
export const TYPEATTR_NONEMPTY = nonempty('core.typeattr.nonempty', 'type');
/** subject is not empty: where there is none, it is left out. */
export const SUBJECT_NONEMPTY = nonempty('core.subject.nonempty', 'subject', KEPT);
function nonempty(requirement, name, unset) {
    return attributeRule({
        requirement,
        name,
        look(attribute, told) {
            const text = textOf(attribute);
            if (text === undefined)
                return silent(`${name} cannot be read as a text`);
            if (text !== '')
                return KEPT;
            const asked = told?.attributes.get(name);
            if (typeof asked === 'string' && asked !== '' && isUnencoded(asked, attribute)) {
                return silent(`what came out of ${name} is not encoded`);
            }
            return wrong(`${name} is empty`, 'a text that is not empty', attribute);
        },
        ...(unset === undefined ? {} : { unset }),
    });
}
// Quotes and blanks that stand in a header as they are, and are lost there, are a rule of the binding.
const isUnencoded = (asked, { raw }) => asked.trim() === '' || raw.includes(asked);
