// JSON format, section 2: extensions stand beside the other attributes, not in an object of their own.
import { isCoreAttribute } from '../../../../src/event/names.js';
import { broken, KEPT, silent, weigh } from '../../say.js';
import { eventRule, setMember } from './documents.js';
import { nestedNames } from './nested-names.js';
/** Extensions are members of the outermost object. */
export const ENV_TOP_LEVEL = eventRule('json.env.top-level', (document, event) => event === undefined ? captured(document) : asked(document, event));
const isExtension = (name) => !isCoreAttribute(name) && name !== 'data' && name !== 'data_base64';
function asked(document, event) {
    const nested = nestedNames(document);
    const parts = [...event.attributes]
        .filter(([name]) => isExtension(name))
        .map(([name, value]) => {
        if (setMember(document, name) !== undefined)
            return KEPT;
        if (!nested.has(name))
            return silent(`${name} did not come out at all`);
        const inside = document.find((member) => nestedNames([member]).has(name))?.name ?? '';
        return broken(`the extension ${name} stands inside another member`, { [name]: value }, { [inside]: { [name]: value } });
    });
    return weigh(parts, 'the event has no extensions');
}
// The names under which drafts before 1.0 and their successors keep extensions. Any other object is an attribute of a
// type that is none, which is another rule.
const BAGS = new Set(['extensions', 'extension', 'attributes', 'extensionattributes']);
function captured(document) {
    const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
    const bag = document.find(({ name, value }) => BAGS.has(name.toLowerCase()) && isObject(value));
    if (bag !== undefined && nestedNames([bag]).size > 0) {
        const message = `extensions stand inside the member ${JSON.stringify(bag.name)}`;
        return broken(message, 'members of the outermost object', bag.text.slice(0, 400));
    }
    const isShown = document.some(({ name, value }) => isExtension(name) && value !== null && typeof value !== 'object');
    return isShown ? KEPT : silent('the event has no extensions');
}
