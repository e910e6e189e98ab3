// How an attribute value was written in a header, where it is known what the value is.
import { Buffer } from 'node:buffer';
import { percentDecode, percentEncode } from '../../../../src/binding/http/percent.js';
import { unquote } from '../../../../src/binding/http/quoted.js';
import { sameInstant } from '../../../../src/event/timestamp.js';
/** How the lines of the header of this attribute stand for the value that was asked for. */
export function writtenAs(name, value, lines) {
    const [raw, ...others] = lines ?? [];
    if (raw === undefined)
        return { kind: 'missing' };
    if (others.length > 0)
        return { kind: 'several' };
    const isValue = (text) => text !== undefined && isSameValue(name, value, text);
    if (raw === bytesOf(value))
        return { kind: percentEncode(value) === value ? 'once' : 'literal', content: raw };
    const text = decoded(raw);
    if (isValue(text))
        return { kind: 'once', content: raw };
    const content = unquote(raw);
    if (content !== raw && (content === bytesOf(value) || isValue(decoded(content)))) {
        return { kind: 'further', how: 'in quotes', content };
    }
    if (octets(raw) === octets(bytesOf(value)))
        return { kind: 'own-escapes', content: raw };
    if (text !== undefined && isValue(decoded(bytesOf(text)))) {
        return { kind: 'further', how: 'percent-encoded twice', content: raw };
    }
    return { kind: isWord(raw) ? 'word' : 'other', content };
}
/** Whether a value is a MIME encoded-word (RFC 2047) or the value of an extended parameter (RFC 8187). */
export const isWord = (raw) => /^"?=\?[^?]{1,40}\?[bq]\?[^?]*\?=/i.test(raw) || /^"?utf-8'[a-z0-9-]{0,40}'/i.test(raw);
/** One round of percent-decoding; undefined where the octets are not UTF-8. */
export function decoded(content) {
    const result = percentDecode(content);
    return result.kind === 'text' ? result.text : undefined;
}
/** As much of a value as can be read: octets that are not UTF-8 hide the characters outside ASCII alone. */
export const readable = (content) => decoded(content) ??
    content.replace(/%([0-7][0-9A-Fa-f])/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
/** The value as a header value: canonical strings are texts, header values have a character for each byte. */
export const bytesOf = (text) => Buffer.from(text, 'utf8').toString('latin1');
/** One round of percent-decoding, octet by octet, whatever they stand for. */
const octets = (content) => content.replace(/%([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
/** An instant may be spelt in another way (position A07). */
const isSameValue = (name, value, text) => value === text || (name === 'time' && sameInstant(value, text) !== 'different');
