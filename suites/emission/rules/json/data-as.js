// What became of data that was asked for: as a JSON value, as a string under a JSON type, as a text under another.
import { decodeBase64 } from '../../../../src/event/binary.js';
import { parseJson } from '../../../../src/event/parse-json.js';
import { sameData } from '../../../../src/event/same-data.js';
import { sameJson } from '../../../../src/event/same-json.js';
import { broken, KEPT, silent } from '../../say.js';
import { memberOf, setMember } from './documents.js';
import { shownMember } from './shown-member.js';
/**
 * A JSON value is the same value in data. `bytes`: whether software that holds all data as bytes may write it to
 * data_base64 (position A10); it is wrong for who embeds the same value under application/json.
 */
export function asJson(document, value, bytes) {
    const data = memberOf(document, 'data');
    if (data === undefined) {
        const base64 = base64Of(document);
        if (base64 === undefined)
            return lost(value);
        if (bytes === 'allowed' && sameData({ kind: 'json', value }, base64))
            return heldAsBytes();
        return broken('a JSON value came out as binary data', { data: value }, inBase64(document), 'binary');
    }
    if (sameJson(data.value, value))
        return KEPT;
    return isEncodedIn(data, value) ? encodedTwice(value, data) : changed(value, data);
}
/** A string under a JSON type is the same string in data. Software whose strings hold JSON text may embed it (A11). */
export function asString(document, text) {
    const data = memberOf(document, 'data');
    if (data === undefined) {
        const base64 = base64Of(document);
        if (base64 === undefined)
            return lost(text);
        if (sameData({ kind: 'text', text }, base64, true))
            return heldAsBytes();
        return broken('a string came out as other binary data', { data: text }, inBase64(document), 'binary');
    }
    if (data.value === text)
        return KEPT;
    const parsed = parseJson(text);
    if (parsed.kind === 'json' && sameJson(parsed.value, data.value)) {
        return silent('the string was taken for JSON text: hand over the JSON text of a string, if that is what strings mean');
    }
    return isEncodedIn(data, text) ? encodedTwice(text, data) : changed(text, data);
}
/** A text is one JSON string in data, without a second layer of quotes. */
export function asText(document, text) {
    const data = memberOf(document, 'data');
    if (data === undefined) {
        const base64 = base64Of(document);
        if (base64 === undefined)
            return text === '' ? silent('no data stands for a text of zero length') : lost(text);
        if (sameData({ kind: 'text', text }, base64))
            return heldAsBytes();
        return broken('a text came out as other binary data', { data: text }, inBase64(document), 'binary');
    }
    if (data.value === text)
        return KEPT;
    return typeof data.value === 'string' && isEncodedIn(data, text)
        ? encodedTwice(text, data)
        : (noString(data) ?? changed(text, data));
}
/** A JSON value under a type that is not JSON: whatever its text is, it is a string. */
export function asSomeString(document, value) {
    const data = memberOf(document, 'data');
    if (data === undefined)
        return base64Of(document) === undefined ? lost(value) : heldAsBytes();
    return noString(data) ?? KEPT;
}
/** Undefined for a string. */
export function noString(data) {
    if (typeof data.value === 'string')
        return undefined;
    const expected = 'a string, because the type declares no JSON';
    return broken('data of a type that is not JSON is no string', expected, { data: shownMember(data) }, 'no string');
}
/** What data_base64 holds; undefined if it is not there, or not base64. */
function base64Of(document) {
    const value = setMember(document, 'data_base64')?.value;
    const bytes = typeof value === 'string' ? decodeBase64(value) : undefined;
    return bytes === undefined ? undefined : { kind: 'binary', bytes };
}
const inBase64 = (document) => ({ data_base64: shownMember(memberOf(document, 'data_base64')) });
const heldAsBytes = () => silent('the data came out as bytes, so how a value is written does not show');
function isEncodedIn(data, value) {
    const parsed = typeof data.value === 'string' ? parseJson(data.value) : undefined;
    return parsed?.kind === 'json' && sameJson(parsed.value, value);
}
const encodedTwice = (value, data) => broken('data is a string that holds the JSON text of the value', { data: value }, { data: shownMember(data) }, 'twice');
const changed = (value, data) => broken('data is another value', { data: value }, { data: shownMember(data) }, 'changed');
const lost = (value) => broken('the data did not come out', { data: value }, null, 'lost');
