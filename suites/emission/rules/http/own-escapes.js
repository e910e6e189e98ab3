// Of a captured header nobody knows the value that was meant: escapes in it can be those of the binding, or a part of a
// URI that was written as it is.
import { isUriReference } from '../../../../src/event/uri.js';
import { decoded } from './written.js';
const URIS = new Set(['source', 'dataschema']);
/** Whether escapes in this header can be the value's own: it is a URI, or looks like a part of one. */
export const mayHoldOwnEscapes = ({ name, raw }) => URIS.has(name) || /[/:?#]/.test(raw);
/** The value, if escapes in the header are those of the binding beyond reasonable doubt, and UTF-8; else undefined. */
export const surelyDecoded = (line) => mayHoldOwnEscapes(line) || !ESCAPE.test(line.raw) ? undefined : decoded(line.raw);
/**
 * Whether percent signs of a URI stand unencoded (position A31): it is a URI as it stands, and decoded as receivers
 * must, it is none, or its octets are not UTF-8.
 */
export function holdsOwnEscapes({ name, raw }) {
    if (!URIS.has(name) || !ESCAPE.test(raw) || !isUriReference(raw))
        return false;
    const text = decoded(raw);
    return text === undefined || !isUriReference(text);
}
const ESCAPE = /%[0-9A-Fa-f]{2}/;
