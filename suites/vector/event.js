// An event from a vector: the base event, changed as the vector says.
import { decodeBase64 } from '../../src/event/binary.js';
/** The event that a vector describes. `data: none` and unset attributes leave the member out. */
export function patchedEvent(base, patch = {}) {
    const attributes = new Map(Object.entries(base.attributes));
    for (const name of patch.unset ?? [])
        attributes.delete(name);
    for (const [name, value] of Object.entries(patch.set ?? {}))
        attributes.set(name, value);
    const source = patch.data ?? base.data;
    return source === 'none' ? { attributes } : { attributes, data: eventData(source) };
}
/** Event data from its neutral form. Throws for base64 that is none: a fault of the vector. */
export function eventData(source) {
    if ('json' in source)
        return { kind: 'json', value: source.json };
    if ('text' in source)
        return { kind: 'text', text: source.text };
    if ('fill' in source)
        return { kind: 'text', text: 'x'.repeat(source.fill) };
    return { kind: 'binary', bytes: bytesOf(source) };
}
/** Bytes from their neutral form. */
export function bytesOf(source) {
    if ('text' in source)
        return Buffer.from(source.text, 'utf8');
    const bytes = decodeBase64(source.base64);
    if (bytes === undefined)
        throw new Error(`a vector holds base64 that does not decode: ${source.base64}`);
    return bytes;
}
