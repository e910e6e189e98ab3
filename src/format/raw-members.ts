// The members of JSON objects as they are spelt: repeated names and number spellings, which JSON.parse forgets.
import type { JsonValue } from '../event/types.js';

/** One member of an object. Repeated names are members of their own. */
export interface RawMember {
  readonly name: string;
  /** The text of the value, without the white space around it: `1.0e1`, `"a\u0062"`, `{ "x": 1 }`. */
  readonly text: string;
  readonly value: JsonValue;
}

/**
 * The members of a JSON object, or of each object in a JSON array; in the order of the text. Undefined where the bytes
 * are no JSON text in UTF-8, or neither an object nor an array of objects.
 */
export function rawMembers(_bytes: Uint8Array): readonly (readonly RawMember[])[] | undefined {
  return undefined;
}
