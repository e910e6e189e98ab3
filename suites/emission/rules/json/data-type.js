import { silent } from '../../say.js';
import { nativeIn, stringIn } from './captured-data.js';
import { asJson, asSomeString, asText } from './data-as.js';
import { declared, declaredIn, toldType } from './declared.js';
import { eventRule, setMember } from './documents.js';
/** A subtype json, or one that ends in +json, declares JSON, whatever the parameters and the case. */
export const DATA_IS_JSON = eventRule('json.data.is-json', (document, event) => {
    const nothing = silent('no JSON value under a type other than application/json');
    if (event === undefined) {
        const isMeant = declaredIn(document) === 'json' && setMember(document, 'datacontenttype')?.value !== PLAIN;
        return isMeant ? nativeIn(document) : nothing;
    }
    const type = toldType(event);
    if (event.data?.kind !== 'json' || declared(type) !== 'json' || type === PLAIN)
        return nothing;
    return asJson(document, event.data.value, 'wrong');
});
const PLAIN = 'application/json';
/** A type that only looks like JSON makes a text of data. */
export const DATA_NOT_JSON = textRule('json.data.not-json', 'look-alike');
/** Text, and whatever else is under a type that is not JSON, is one JSON string. */
export const DATA_TEXT = textRule('json.data.text', 'other');
/** What becomes of a JSON value under a type that cannot hold it: a refusal, or a string. */
export const DATA_REFUSE = eventRule('json.data.refuse', (document, event) => {
    if (event === undefined)
        return silent('whether a producer refused data does not show in what it emitted');
    const isMeant = event.data?.kind === 'json' && declared(toldType(event)) === 'other';
    return isMeant ? underOtherType(document, event) : silent('the data is no JSON value under another type');
});
function textRule(requirement, meant) {
    const nothing = silent(`no data under a type ${meant === 'other' ? 'that is not JSON' : 'that looks like JSON'}`);
    return eventRule(requirement, (document, event) => {
        if (event === undefined)
            return declaredIn(document) === meant ? stringIn(document) : nothing;
        return declared(toldType(event)) === meant ? underOtherType(document, event) : nothing;
    });
}
function underOtherType(document, { data }) {
    switch (data?.kind) {
        case undefined:
        case 'binary':
            return silent('the data is no text');
        case 'text':
            return asText(document, data.text);
        case 'json':
            return typeof data.value === 'string' ? asText(document, data.value) : asSomeString(document, data.value);
    }
}
