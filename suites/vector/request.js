// From a vector to the requests that carry it.
import { encodeHttp } from '../../src/binding/http/encode.js';
import { bytesOf, patchedEvent } from './event.js';
const MODES = {
    'http-binary': 'binary',
    'http-structured': 'structured',
    'http-batch': 'batch',
};
const CONTENT_TYPES = {
    structured: 'application/cloudevents+json',
    batch: 'application/cloudevents-batch+json',
};
/** The requests of a vector over one carrier; its token is in them already. */
export function requestsOf(vector, base, carrier) {
    const patches = vector.batch ?? [vector.event ?? {}];
    const message = patchedMessage(encoded(patches, base, MODES[carrier]), vector.message);
    return Array.from({ length: vector.times ?? 1 }, () => message);
}
// JSON is written in the spaced style of the specification's examples, which no common serializer writes: an answer of
// the very same bytes is a copy.
function encoded(patches, base, mode) {
    if (mode === 'binary') {
        return encodeHttp(patches.map((patch) => patchedEvent(base, patch)), mode);
    }
    if (patches.every((patch) => patch.json === undefined)) {
        return encodeHttp(patches.map((patch) => patchedEvent(base, patch)), mode, { style: 'spaced' });
    }
    const texts = patches.map((patch) => patch.json ?? eventText(patch, base));
    return {
        headers: [['Content-Type', CONTENT_TYPES[mode]]],
        body: Buffer.from(mode === 'batch' ? `[ ${texts.join(', ')} ]` : texts.join(''), 'utf8'),
    };
}
function eventText(patch, base) {
    return Buffer.from(encodeHttp([patchedEvent(base, patch)], 'structured', { style: 'spaced' }).body).toString('utf8');
}
function patchedMessage(message, patch = {}) {
    const replaced = new Set([...(patch.set ?? []).map(([name]) => name), ...(patch.remove ?? [])].map(lower));
    const kept = message.headers.filter(([name]) => !replaced.has(lower(name)));
    const headers = [...kept, ...(patch.set ?? []), ...(patch.add ?? [])];
    return {
        method: patch.method ?? 'POST',
        headers,
        body: patch.body === undefined ? message.body : bytesOf(patch.body),
        via: patch.via ?? 'client',
        ...(patch.framing === undefined ? {} : { framing: patch.framing }),
        ...(patch.pieces === undefined ? {} : { pieces: patch.pieces }),
    };
}
const lower = (name) => name.toLowerCase();
