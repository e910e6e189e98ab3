// What data shows by itself, where nobody knows what was asked for.
import { parseJson } from '../../../../src/event/parse-json.js';
import { KEPT, silent } from '../../say.js';
import { noString } from './data-as.js';
import { memberOf } from './documents.js';
const UNCLEAR = silent('whether the string is the value, or its JSON text, does not show');
const NOTHING = silent('the event has no data');
/** A value that is no string was surely not encoded twice. Null may stand for no data at all. */
export function nativeIn(document) {
    const value = memberOf(document, 'data')?.value ?? null;
    if (value === null)
        return NOTHING;
    return typeof value === 'string' ? UNCLEAR : KEPT;
}
/** A string that is no JSON text was surely not encoded twice. */
export function plainStringIn(document) {
    const value = memberOf(document, 'data')?.value;
    if (typeof value !== 'string')
        return silent('the data is no string');
    return parseJson(value).kind === 'json' ? UNCLEAR : KEPT;
}
/** Under a type that is not JSON, data is a string. */
export function stringIn(document) {
    const data = memberOf(document, 'data');
    return data === undefined || data.value === null ? NOTHING : (noString(data) ?? KEPT);
}
