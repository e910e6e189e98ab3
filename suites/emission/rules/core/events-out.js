// The attributes of the events that came out, whichever mode they came out in. Lenient, unlike our decoder: one attribute
// that cannot be read hides no other.
import { decodeHeaderValue } from '../../../../src/binding/http/header-value.js';
import { headerValue } from '../../../../src/binding/http/headers.js';
import { contentMode } from '../../../../src/binding/http/mode.js';
import { REQUIRED_ATTRIBUTES } from '../../../../src/event/names.js';
import { weigh } from '../../say.js';
import { toldType } from '../json/declared.js';
import { documentsOf, paired } from '../json/documents.js';
/** An attribute that is set. */
export function attributeOf({ attributes }, name) {
    const attribute = attributes.get(name);
    return attribute?.value === null ? undefined : attribute;
}
/** All attributes that are set. */
export const setAttributes = ({ attributes }) => [...attributes.values()].filter(({ value }) => value !== null);
/** The first attribute with a legal name that was asked for and did not come out. The type of data can be implied. */
export const lost = (event, told) => [...(told?.attributes.keys() ?? [])].find((name) => /^[a-z0-9]+$/.test(name) && !IMPLIED.has(name) && attributeOf(event, name) === undefined);
/** `data` is legal by 1.0.2, and has no place in the JSON format. */
const IMPLIED = new Set(['datacontenttype', 'data']);
/** A rule about each event by itself. `told`: what was asked for, if it was. */
export const eventRule = (requirement, look, modes = ['binary', 'structured', 'batch']) => ({
    requirement,
    modes,
    check: (emitted, told) => weigh(eventsOut(emitted, told).map(([event, asked]) => look(event, asked)), 'no event came out in this mode'),
});
/** The events of a message, each with what was asked for. */
export function eventsOut(emitted, told) {
    if (emitted.mode === 'binary') {
        const event = inHeaders(emitted.message, told?.[0]);
        return event === undefined ? [] : [[event, told?.[0]]];
    }
    // Asked for in another mode and written in binary mode all the same, an object is the data.
    if (told !== undefined && inHeaders(emitted.message, undefined) !== undefined)
        return [];
    const documents = documentsOf(emitted);
    if (told === undefined)
        return documents.map((document) => [inObject(document), undefined]);
    return paired(told, documents).flatMap(([event, document]) => document === undefined ? [] : [[inObject(document), event]]);
}
function inObject(document) {
    const attributes = new Map();
    for (const { name, text, value } of document) {
        if (name === 'data' || name === 'data_base64')
            continue;
        // Of members with one name the last one wins, as JSON.parse has it.
        attributes.set(name, { name, value, raw: [...(attributes.get(name)?.raw ?? []), text] });
    }
    return { where: 'object', attributes, document };
}
function inHeaders(message, told) {
    const type = headerValue(message.headers, 'content-type');
    const { mode } = contentMode(type);
    // With such a type the event is in the body, but where it is the type of the data, as of an event within an event.
    if (mode !== 'binary' && (told === undefined || contentMode(toldType(told)).mode !== mode))
        return undefined;
    const lines = new Map();
    for (const [line, raw] of message.headers) {
        const name = attributeName(line);
        if (name !== undefined)
            lines.set(name, [...(lines.get(name) ?? []), raw]);
    }
    const attributes = new Map([...lines].map(([name, raw]) => [name, { name, value: readable(name, raw), raw }]));
    return isEvent(attributes, told) ? { where: 'headers', attributes, document: [] } : undefined;
}
/** The place of datacontenttype is Content-Type; a header of its own name is a rule of the binding. */
function attributeName(line) {
    if (/^content-type$/i.test(line))
        return 'datacontenttype';
    const name = /^ce-(.*)$/is.exec(line)?.[1]?.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    return name === 'datacontenttype' ? undefined : name;
}
// Lines that repeat each other say one thing; others are one value, joined as HTTP joins them (position A18).
function readable(name, raw) {
    const joined = [...new Set(raw)].join(', ');
    if (name === 'datacontenttype')
        return joined;
    const decoded = decodeHeaderValue(joined);
    return decoded.kind === 'text' ? decoded.text : undefined;
}
// One ce- header alone may be a header of something else, unless an event was asked for.
function isEvent(attributes, told) {
    if (told !== undefined)
        return [...attributes.keys()].some((name) => name !== 'datacontenttype');
    return REQUIRED_ATTRIBUTES.filter((name) => attributes.has(name)).length >= 2;
}
