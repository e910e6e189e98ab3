// The JSON objects of a message, and which event each of them was asked for.
import { canonical } from '../../../../src/event/canonical.js';
import { decodeUtf8 } from '../../../../src/event/utf8.js';
import { silent, weigh } from '../../say.js';
/** `array` is one of objects alone: anything else in it is no batch. */
export function outermostOf({ message }, documents) {
    const text = decodeUtf8(message.body);
    if (text === undefined)
        return 'unreadable';
    const first = /^\ufeff?[ \t\r\n]*(.)/.exec(text)?.[1];
    if (first === '{' && documents.length > 0)
        return 'object';
    return first === '[' && (documents.length > 0 || EMPTY_ARRAY.test(text)) ? 'array' : 'other';
}
const EMPTY_ARRAY = /^\ufeff?[ \t\r\n]*\[[ \t\r\n]*\][ \t\r\n]*$/;
/** The events of a message in the shape that its mode asks for: none where a batch stands for one event, or one for a batch. */
export function documentsOf(emitted) {
    const wanted = emitted.mode === 'batch' ? 'array' : 'object';
    return outermostOf(emitted, emitted.documents) === wanted ? emitted.documents : [];
}
/** A member by its name; the last of several, as JSON.parse takes it. */
export const memberOf = (document, name) => document.findLast((member) => member.name === name);
/** The same, with null for nothing: an attribute that is null is unset. */
export function setMember(document, name) {
    const member = memberOf(document, name);
    return member?.value === null ? undefined : member;
}
/** The canonical string of a scalar member; undefined for null, objects and arrays. */
export function textOf(member) {
    const value = member?.value;
    return value === undefined || value === null || typeof value === 'object' ? undefined : canonical(value);
}
/**
 * Each event with the document that stands for it: the one with its source and id, whatever the order (position A19).
 * Where those came out changed, what is left over stands in the order given.
 */
export function paired(told, documents) {
    const byKey = new Map();
    for (const document of documents) {
        const key = keyOfDocument(document);
        const same = byKey.get(key);
        if (same === undefined)
            byKey.set(key, [document]);
        else
            same.push(document);
    }
    const found = told.map((event) => {
        return [event, byKey.get(keyOfEvent(event))?.shift()];
    });
    const taken = new Set(found.map(([, document]) => document));
    const left = documents.filter((document) => !taken.has(document));
    return found.map(([event, document]) => [event, document ?? left.shift()]);
}
/** What tells events apart: source and id. */
export const keyOfDocument = (document) => JSON.stringify(['source', 'id'].map((name) => textOf(memberOf(document, name)) ?? null));
/** The same of an event that was asked for. */
export const keyOfEvent = ({ attributes }) => JSON.stringify(['source', 'id'].map((name) => canonical(attributes.get(name) ?? '')));
/** A rule about each event of a structured message or a batch by itself. `event`: what was asked for, if it was. */
export const eventRule = (requirement, look) => ({
    requirement,
    modes: ['structured', 'batch'],
    check(emitted, told) {
        const documents = documentsOf(emitted);
        const parts = told === undefined
            ? documents.map((document) => look(document, undefined))
            : paired(told, documents).map(([event, document]) => document === undefined ? silent('the event did not come out as a JSON object') : look(document, event));
        return weigh(parts, 'no event came out as a JSON object');
    },
});
