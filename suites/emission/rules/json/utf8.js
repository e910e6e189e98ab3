// RFC 8259, section 8.1, on which the JSON format rests: JSON that is sent is UTF-8, without a byte order mark.
import { Buffer } from 'node:buffer';
import { decodeUtf8 } from '../../../../src/event/utf8.js';
import { broken, KEPT, silent, weigh } from '../../say.js';
import { documentsOf, memberOf, paired } from './documents.js';
import { shownMember } from './shown-member.js';
/** The body is UTF-8 without a byte order mark, and characters outside ASCII survive. */
export const ENV_UTF8 = {
    requirement: 'json.env.utf8',
    modes: ['structured', 'batch'],
    check(emitted, told) {
        const text = decodeUtf8(emitted.message.body);
        if (text === undefined) {
            return broken('the body is not UTF-8', 'UTF-8', firstBytes(emitted.message.body), 'not UTF-8');
        }
        if (text.startsWith('\ufeff')) {
            return broken('the body begins with a byte order mark', 'UTF-8 without a mark', firstBytes(emitted.message.body));
        }
        if (told === undefined) {
            const isShown = documentsOf(emitted).length > 0 && !isAscii(text);
            return isShown ? KEPT : silent('the body has no character outside ASCII');
        }
        const parts = paired(told, documentsOf(emitted)).flatMap(([event, document]) => document === undefined ? [] : texts(event).map(([name, value]) => compared(document, name, value)));
        return weigh(parts, 'no text outside ASCII came out');
    },
};
const isAscii = (text) => !/[^\0-\x7f]/.test(text);
const firstBytes = (body) => `${Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, 64)).toString('hex')} (hexadecimal)`;
/** What an event holds outside ASCII: its attributes, and its data as far as that is one string. */
function texts({ attributes, data }) {
    const value = data?.kind === 'text' ? data.text : data?.kind === 'json' ? data.value : undefined;
    return [...attributes, ['data', value]].flatMap(([name, text]) => typeof text === 'string' && !isAscii(text) ? [[name, text]] : []);
}
function compared(document, name, value) {
    const member = memberOf(document, name);
    const actual = member?.value;
    if (actual === value)
        return KEPT;
    if (typeof actual !== 'string' || !isMangled(value, actual))
        return silent(`${name} did not come out as it is`);
    const message = `${name} lost characters to a wrong encoding`;
    return broken(message, { [name]: value }, { [name]: shownMember(member) }, 'mangled');
}
/** Whether a text shows the marks of a wrong encoding: replaced characters, or UTF-8 that was read as something else. */
function isMangled(text, actual) {
    const bytes = Buffer.from(text, 'utf8');
    if (actual === bytes.toString('latin1') || actual === new TextDecoder('windows-1252').decode(bytes))
        return true;
    const isReplaced = actual.includes('\ufffd') || count(actual, '?') > count(text, '?');
    return isReplaced && outline(text) === outline(actual);
}
/** A text with one question mark for each run of characters outside ASCII, or of question marks. */
const outline = (text) => text.replaceAll(/[^\0-\x3e\x40-\x7f]+/g, '?');
const count = (text, character) => text.split(character).length - 1;
