// JSON format, section 3: every attribute that is set becomes a member of the object, under its own name.
import { parseMediaType } from '../../../../src/event/media-type.js';
import { isCoreAttribute, REQUIRED_ATTRIBUTES } from '../../../../src/event/names.js';
import { broken, KEPT, silent, weigh } from '../../say.js';
import { eventRule, memberOf, outermostOf } from './documents.js';
import { isLabelled } from './labels.js';
import { nestedNames } from './nested-names.js';
import { sameAttribute } from './same-attribute.js';
import { shownMember } from './shown-member.js';
const REQUIREMENT = 'json.env.members';
const EACH = eventRule(REQUIREMENT, (document, event) => event === undefined ? captured(document) : asked(document, event));
/** An event is one JSON object, with a member for each attribute. Native types are the matter of `json.type`. */
export const ENV_MEMBERS = {
    ...EACH,
    check(emitted, told) {
        const isOther = emitted.mode === 'structured' && outermostOf(emitted, emitted.documents) === 'other';
        if (!isOther)
            return EACH.check(emitted, told);
        // A captured message can be in a format that is not JSON.
        if (told === undefined && !isLabelled(emitted.message, 'application/cloudevents+json')) {
            return silent('the message is not in the JSON format');
        }
        return broken('the event did not come out as a JSON object', 'a JSON object', 'something else', 'no object');
    },
};
function asked(document, event) {
    const nested = nestedNames(document);
    const parts = [...event.attributes]
        // The format has no place for attributes of these names.
        .filter(([name]) => name !== 'data' && name !== 'data_base64')
        .map(([name, value]) => attribute(document, name, value, nested));
    return weigh(parts, 'the event has no attributes');
}
function attribute(document, name, value, nested) {
    const member = memberOf(document, name);
    if (member === undefined) {
        if (!isCoreAttribute(name) && nested.has(name))
            return silent(`${name} came out inside another member`);
        if (name === 'datacontenttype' && isImplied(value) && memberOf(document, 'data') !== undefined)
            return KEPT;
        return broken(`the attribute ${name} is no member of the object`, { [name]: value }, { [name]: null }, 'missing');
    }
    if (member.value === null) {
        return broken(`${name} is null, which means that it is unset`, { [name]: value }, { [name]: null }, 'null');
    }
    const isText = typeof value === 'string' && typeof member.value === 'string';
    if (isText && !sameAttribute(name, value, member.value)) {
        return broken(`${name} has another value`, { [name]: value }, { [name]: shownMember(member) }, 'changed');
    }
    return KEPT;
}
// Data without a type is as good as data with this one (section 3.1.1).
function isImplied(value) {
    const type = typeof value === 'string' ? parseMediaType(value) : undefined;
    return type?.type === 'application' && type.subtype === 'json' && type.parameters.length === 0;
}
// What was set does not show; that a required attribute goes by another name does.
function captured(document) {
    for (const name of REQUIRED_ATTRIBUTES.filter((required) => memberOf(document, required) === undefined)) {
        const other = document.find((member) => plainName(member.name) === name);
        if (other !== undefined) {
            const message = `the attribute ${name} is a member of another name`;
            return broken(message, { [name]: shownMember(other) }, { [other.name]: shownMember(other) }, 'missing');
        }
    }
    const isComplete = REQUIRED_ATTRIBUTES.every((name) => memberOf(document, name) !== undefined);
    return isComplete ? KEPT : silent('a required attribute is missing, under whatever name');
}
/** `ce-id`, `CE_ID` and `Id` without what the format does not know. */
const plainName = (name) => name.toLowerCase().replace(/^(?:ce[-_:]|cloudevents[-_:])/, '');
