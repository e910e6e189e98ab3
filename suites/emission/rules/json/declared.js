// What the type of the data declares about it (JSON format, section 3.1.1).
import { canonical } from '../../../../src/event/canonical.js';
import { isJsonMediaType, parseMediaType } from '../../../../src/event/media-type.js';
import { setMember, textOf } from './documents.js';
export function declared(type) {
    if (type === undefined)
        return 'none';
    if (isJsonMediaType(type))
        return 'json';
    const parsed = parseMediaType(type);
    if (parsed === undefined)
        return 'malformed';
    return `${parsed.type}/${parsed.subtype}`.includes('json') ? 'look-alike' : 'other';
}
/** The type that an event was given. */
export function toldType({ attributes }) {
    const type = attributes.get('datacontenttype');
    return type === undefined ? undefined : canonical(type);
}
/** What the type in an object declares; one that is no text is malformed. */
export function declaredIn(document) {
    const member = setMember(document, 'datacontenttype');
    return member === undefined ? 'none' : declared(textOf(member) ?? '');
}
