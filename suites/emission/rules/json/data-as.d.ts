import type { JsonValue } from '../../../../src/event/types.js';
import type { RawMember } from '../../../../src/format/raw-members.js';
import type { Shown } from '../../types.js';
import { type Document } from './documents.js';
/**
 * A JSON value is the same value in data. `bytes`: whether software that holds all data as bytes may write it to
 * data_base64 (position A10); it is wrong for who embeds the same value under application/json.
 */
export declare function asJson(document: Document, value: JsonValue, bytes: 'allowed' | 'wrong'): Shown;
/** A string under a JSON type is the same string in data. Software whose strings hold JSON text may embed it (A11). */
export declare function asString(document: Document, text: string): Shown;
/** A text is one JSON string in data, without a second layer of quotes. */
export declare function asText(document: Document, text: string): Shown;
/** A JSON value under a type that is not JSON: whatever its text is, it is a string. */
export declare function asSomeString(document: Document, value: JsonValue): Shown;
/** Undefined for a string. */
export declare function noString(data: RawMember): Shown | undefined;
