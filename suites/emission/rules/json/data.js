// JSON format, section 3.1.1: data of a JSON type is a JSON value in the object, and not a text that holds one.
import { broken, KEPT, silent } from '../../say.js';
import { nativeIn, plainStringIn } from './captured-data.js';
import { asJson, asString } from './data-as.js';
import { declared, declaredIn, toldType } from './declared.js';
import { eventRule, memberOf, setMember } from './documents.js';
import { shownMember } from './shown-member.js';
const NOT_JSON = silent('the type of the data declares no JSON');
const TYPED = silent('no JSON value without a type');
/** Objects, arrays, numbers, booleans and null under a JSON type are themselves in data. */
export const DATA_NATIVE = eventRule('json.data.native', (document, event) => {
    if (event === undefined)
        return declaredIn(document) === 'json' ? nativeIn(document) : NOT_JSON;
    if (event.data?.kind !== 'json' || typeof event.data.value === 'string')
        return silent('the data is no such value');
    return declared(toldType(event)) === 'json' ? asJson(document, event.data.value, 'allowed') : NOT_JSON;
});
/** A string under a JSON type is a JSON string, encoded once. */
export const DATA_STRING = eventRule('json.data.string', (document, event) => {
    if (event === undefined)
        return declaredIn(document) === 'json' ? plainStringIn(document) : NOT_JSON;
    const { data } = event;
    const text = data?.kind === 'text' ? data.text : data?.kind === 'json' ? data.value : undefined;
    if (typeof text !== 'string')
        return silent('the data is no string');
    return declared(toldType(event)) === 'json' ? asString(document, text) : NOT_JSON;
});
/** Without a type, data is what it would be under application/json. */
export const DATA_DEFAULT = eventRule('json.data.default', (document, event) => {
    if (event === undefined)
        return declaredIn(document) === 'none' ? nativeIn(document) : TYPED;
    if (event.data?.kind !== 'json' || toldType(event) !== undefined)
        return TYPED;
    if (!['none', 'json'].includes(declaredIn(document))) {
        const shown = { datacontenttype: shownMember(memberOf(document, 'datacontenttype')) };
        return broken('data without a type came out under one that is not JSON', { datacontenttype: null }, shown, 'type');
    }
    return asJson(document, event.data.value, 'wrong');
});
/** Data is in one of the two members, never in both. */
export const DATA_ONE = eventRule('json.data.one', (document) => {
    const data = memberOf(document, 'data');
    // The schema file allows null here, for nothing (position A13). A null in data is a payload.
    const base64 = setMember(document, 'data_base64');
    if (data === undefined && base64 === undefined)
        return silent('the event has no data');
    if (data === undefined || base64 === undefined)
        return KEPT;
    const actual = { data: shownMember(data), data_base64: shownMember(base64) };
    return broken('data and data_base64 are both present', 'one of them', actual);
});
