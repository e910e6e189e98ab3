// JSON format, section 2.2: an unset attribute may be null, or absent.
import { OPTIONAL_ATTRIBUTES } from '../../../../src/event/names.js';
import { broken, KEPT, silent, weigh } from '../../say.js';
import { eventRule, memberOf } from './documents.js';
/** Nobody has to write null, and nobody is blamed for it; a word for it in its place is worth recording. */
export const NULL_EMIT = eventRule('json.null.emit', (document, event) => event === undefined ? captured(document) : asked(document, event));
function asked(document, { attributes }) {
    const parts = OPTIONAL_ATTRIBUTES.filter((name) => !attributes.has(name)).map((name) => {
        const value = memberOf(document, name)?.value;
        if (value !== '' && value !== 'null')
            return KEPT;
        return broken(`${name} is unset, and a text stands for that`, { [name]: null }, { [name]: value });
    });
    return weigh(parts, 'no optional attribute is unset');
}
const captured = (document) => document.some(({ name, value }) => name !== 'data' && name !== 'data_base64' && value === null)
    ? KEPT
    : silent('no attribute is null');
