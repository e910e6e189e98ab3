import type { JsonValue } from '../../../../src/event/types.js';
import type { Shown } from '../../types.js';
export declare function nothingInBody(body: Uint8Array): Shown;
/** `isJson`: software that holds JSON as values may write the same JSON in other bytes (position A10). */
export declare function bytesInBody(body: Uint8Array, bytes: Uint8Array, isJson: boolean): Shown;
/** `isLabelledJson`: a text without a type that was given one may be the JSON string that this type asks for. */
export declare function textInBody(body: Uint8Array, text: string, isLabelledJson: boolean): Shown;
/** Software whose strings hold what is to be sent writes the string as it is (position A11). Encoding twice is wrong. */
export declare function stringInBody(body: Uint8Array, text: string): Shown;
export declare function jsonInBody(body: Uint8Array, value: JsonValue): Shown;
