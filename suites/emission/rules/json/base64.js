// JSON format, section 3.1.1: binary data goes to data_base64, and its type is that of the bytes.
import { Buffer } from 'node:buffer';
import { decodeBase64, encodeBase64 } from '../../../../src/event/binary.js';
import { isJsonMediaType, parseMediaType, sameMediaType } from '../../../../src/event/media-type.js';
import { parseJson } from '../../../../src/event/parse-json.js';
import { sameJson } from '../../../../src/event/same-json.js';
import { decodeUtf8 } from '../../../../src/event/utf8.js';
import { broken, KEPT, silent } from '../../say.js';
import { toldType } from './declared.js';
import { eventRule, memberOf, setMember, textOf } from './documents.js';
import { shownMember } from './shown-member.js';
/** Bytes go to data_base64, in the base64 of RFC 4648, section 4. */
export const DATA_B64 = eventRule('json.data.b64', (document, event) => {
    const member = setMember(document, 'data_base64');
    if (event === undefined)
        return member === undefined ? silent('the event has no binary data') : readable(member);
    if (event.data?.kind !== 'binary')
        return silent('the data is not binary');
    const { bytes } = event.data;
    if (member === undefined)
        return withoutBase64(document, bytes, toldType(event));
    const decoded = decodedOf(member);
    if (decoded === undefined)
        return readable(member);
    if (Buffer.compare(decoded, bytes) === 0)
        return KEPT;
    return broken('data_base64 holds other bytes', wanted(bytes), { data_base64: shownMember(member) }, 'changed');
});
/** The type of binary data is that of the bytes, not that of their base64. */
export const DATA_B64_TYPE = eventRule('json.data.b64-type', (document, event) => {
    const member = setMember(document, 'data_base64');
    const bytes = decodedOf(member);
    if (bytes === undefined)
        return silent('the event has no binary data');
    const type = textOf(memberOf(document, 'datacontenttype'));
    if (type === undefined)
        return silent('the binary data has no type');
    if (event === undefined)
        return fits(bytes, type);
    const told = toldType(event);
    if (event.data?.kind !== 'binary' || told === undefined)
        return silent('the event was not given binary data of a type');
    if (sameMediaType(type, told))
        return KEPT;
    return broken('binary data came out under another type', { datacontenttype: told }, { datacontenttype: type });
});
/** Binary data that has no type gets none. */
export const DATA_B64_NOTYPE = eventRule('json.data.b64-notype', (document, event) => {
    if (decodedOf(setMember(document, 'data_base64')) === undefined)
        return silent('the event has no binary data');
    const type = setMember(document, 'datacontenttype');
    if (event === undefined)
        return type === undefined ? KEPT : silent('the binary data has a type');
    if (event.data?.kind !== 'binary' || toldType(event) !== undefined)
        return silent('the event was given a type');
    if (type === undefined)
        return KEPT;
    const shown = { datacontenttype: shownMember(type) };
    return broken('binary data without a type came out with one', { datacontenttype: null }, shown);
});
const decodedOf = (member) => typeof member?.value === 'string' ? decodeBase64(member.value) : undefined;
const wanted = (bytes) => ({ data_base64: encodeBase64(bytes) });
function readable(member) {
    if (decodedOf(member) !== undefined)
        return KEPT;
    const actual = { data_base64: shownMember(member) };
    return broken('data_base64 is not base64 with padding', 'the standard alphabet, padded', actual, 'alphabet');
}
// Software that holds all data as bytes may take them for the JSON or the text that their type declares (A10).
function withoutBase64(document, bytes, type) {
    if (bytes.length === 0)
        return silent('no data stands for data of zero length');
    const data = memberOf(document, 'data');
    const read = type === undefined ? undefined : readAs(bytes, type);
    if (data !== undefined && read !== undefined && sameJson(read.value, data.value)) {
        return read.kind === 'json' ? KEPT : silent('the bytes were taken for the text that they are');
    }
    if (data === undefined)
        return broken('binary data did not come out', wanted(bytes), null, 'lost');
    const message = data.value === encodeBase64(bytes) ? 'base64 stands in data' : 'binary data stands in data';
    return broken(`${message} instead of data_base64`, wanted(bytes), { data: shownMember(data) }, 'in data');
}
function readAs(bytes, type) {
    if (isJsonMediaType(type)) {
        const parsed = parseJson(bytes);
        return parsed.kind === 'json' ? parsed : undefined;
    }
    const text = decodeUtf8(bytes);
    return text === undefined ? undefined : { kind: 'text', value: text };
}
// Whether bytes are of a type shows where the type is JSON in UTF-8: of nothing else is the format known.
function fits(bytes, type) {
    const parsed = parseMediaType(type);
    if (parsed === undefined || !isJsonMediaType(type) || parsed.parameters.length > 0 || bytes.length === 0) {
        return silent('whether the bytes are of their type does not show');
    }
    if (parseJson(bytes).kind === 'json')
        return KEPT;
    return broken('the type of binary data is not that of its bytes', 'JSON', { datacontenttype: type });
}
