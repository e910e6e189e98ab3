import { REQUIRED_ATTRIBUTES } from '../../../../src/event/names.js';
import { rawMembers } from '../../../../src/format/raw-members.js';
import { memberOf } from './documents.js';
/** The media type of each Content-Type line, without parameters and in lower case: neither is part of the rule. */
const labelsOf = ({ headers }) => headers
    .filter(([name]) => name.toLowerCase() === 'content-type')
    .map(([, value]) => (/^[^;,]*/.exec(value)?.[0] ?? '').trim().toLowerCase());
/** Whether every Content-Type line says this media type, and there is one. */
export function isLabelled(message, mediaType) {
    const labels = labelsOf(message);
    return labels.length > 0 && labels.every((label) => label === mediaType);
}
/** The Content-Type as it was sent, for a reader; null without one. */
export const shownLabel = ({ headers }) => {
    const lines = headers.filter(([name]) => name.toLowerCase() === 'content-type').map(([, value]) => value);
    return lines.length === 0 ? null : lines.join(', ');
};
/** Whether an object is meant as an event: most of what every event carries is there. */
export const isMeantAsEvent = (document) => REQUIRED_ATTRIBUTES.filter((name) => memberOf(document, name) !== undefined).length >= 3;
/**
 * Whether an object in a message of any media type is an event beyond doubt: all that every event carries, as strings,
 * and no attribute in a header, which would make an event of the message and mere data of its body.
 */
const isClearlyEvent = ({ headers }, document) => !headers.some(([name]) => /^ce-/i.test(name)) &&
    REQUIRED_ATTRIBUTES.every((name) => typeof memberOf(document, name)?.value === 'string') &&
    memberOf(document, 'specversion')?.value === '1.0';
/** The JSON objects in a body, also where the label says that the message is in binary mode. */
export const objectsOf = ({ mode, message, documents }) => mode === 'binary' ? (rawMembers(message.body) ?? []) : documents;
/** Whether such an object is an event: where the label is no help, beyond doubt. */
export const isEvent = ({ mode, message }, document) => mode === 'binary' ? isClearlyEvent(message, document) : isMeantAsEvent(document);
