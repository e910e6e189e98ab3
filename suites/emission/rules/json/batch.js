// JSON format, section 4: the batch format, which is a format of its own.
import { canonical } from '../../../../src/event/canonical.js';
import { JSON_BATCH_MEDIA_TYPE } from '../../../../src/format/json-batch.js';
import { broken, KEPT, silent } from '../../say.js';
import { keyOfDocument, keyOfEvent, outermostOf, paired, setMember, textOf } from './documents.js';
import { isLabelled, isMeantAsEvent, shownLabel } from './labels.js';
import { shownMember } from './shown-member.js';
/** A batch is an array with one JSON event for each event. */
export const BATCH_ARRAY = {
    requirement: 'json.batch.array',
    modes: ['batch'],
    check(emitted, told) {
        const { documents, message } = emitted;
        switch (outermostOf(emitted, documents)) {
            case 'unreadable':
                return silent('the body is not UTF-8');
            case 'object':
                return broken('the batch came out as one object', 'a JSON array of events', 'an object', 'no array');
            case 'other':
                if (told === undefined && !isLabelled(message, JSON_BATCH_MEDIA_TYPE))
                    return silent('no batch in JSON');
                return broken('the batch is no array of objects', 'a JSON array of events', 'something else', 'no array');
            case 'array':
        }
        if (told !== undefined && told.length !== documents.length) {
            return broken('the batch has another number of events', told.length, documents.length, 'number');
        }
        if (!documents.every(isMeantAsEvent)) {
            return broken('an element of the batch is no event', 'events in the JSON format', 'another object', 'element');
        }
        return told === undefined ? KEPT : completeness(told, documents);
    },
};
function completeness(told, documents) {
    const wanted = new Set(told.map(keyOfEvent));
    const found = new Set(documents.map(keyOfDocument));
    // An id that came out changed is another rule; one event in the place of another is not.
    if (found.size < wanted.size && [...found].every((key) => wanted.has(key))) {
        return broken('an event is missing from the batch, and another is there twice', wanted.size, found.size, 'number');
    }
    return (paired(told, documents)
        .map(([event, document]) => carriedOver(event, document, told))
        .find((shown) => shown !== undefined) ?? KEPT);
}
/** An attribute that was given to another event of the batch alone. A type that is implied may be written out. */
function carriedOver(event, document = [], told) {
    for (const other of told) {
        for (const [name, value] of other.attributes) {
            const member = setMember(document, name);
            if (event.attributes.has(name) || name === 'datacontenttype' || member === undefined)
                continue;
            if (textOf(member) !== canonical(value))
                continue;
            const message = `${name} of another event of the batch came out with this one`;
            return broken(message, { [name]: null }, { [name]: shownMember(member) }, 'carried over');
        }
    }
    return undefined;
}
/** Who was asked for the JSON format does not write the batch format. */
export const BATCH_INDICATED = {
    requirement: 'json.batch.indicated',
    modes: ['structured'],
    check(emitted, told) {
        if (told === undefined)
            return silent('which formats were indicated does not show in a message');
        const outermost = outermostOf(emitted, emitted.documents);
        if (outermost !== 'array' && !isLabelled(emitted.message, JSON_BATCH_MEDIA_TYPE)) {
            return outermost === 'object' ? KEPT : silent('the event did not come out as JSON');
        }
        const expected = 'one event in the JSON format';
        const actual = { 'content-type': shownLabel(emitted.message), outermost };
        return broken('a batch came out where one event was asked for', expected, actual);
    },
};
