// Writing JSON in a chosen style. It keeps its own stack (JSON.stringify overflows on deep nesting), and it keeps
// numbers that JSON.stringify would turn into null or lose the sign of.
import type { JsonValue } from '../event/types.js';

/**
 * `compact`: no white space. `spaced`: one line like the specification's own examples, `{ "id" : "x", "n" : [ 1, 2 ] }`,
 * which no common serializer writes, so that identical bytes in a reply prove a verbatim copy. `wide`: tabs and CRLF
 * between all tokens, the white space that `spaced` has not.
 */
export type JsonStyle = 'compact' | 'spaced' | 'wide';

interface Punctuation {
  readonly object: readonly [open: string, close: string];
  readonly array: readonly [open: string, close: string];
  readonly colon: string;
  readonly comma: string;
}

const PUNCTUATION: Readonly<Record<JsonStyle, Punctuation>> = {
  compact: { object: ['{', '}'], array: ['[', ']'], colon: ':', comma: ',' },
  spaced: { object: ['{ ', ' }'], array: ['[ ', ' ]'], colon: ' : ', comma: ', ' },
  wide: { object: ['{\r\n\t', '\r\n}'], array: ['[\r\n\t', '\r\n]'], colon: '\t:\t', comma: '\t,\r\n\t' },
};

/** The JSON text of a value. Unpaired surrogates are escaped; an infinite number, read from 1e400, is 1e400 again. */
export function writeJson(value: JsonValue, style: JsonStyle): string {
  if (typeof value !== 'object' || value === null) return writeScalar(value);
  const { object, array, colon, comma } = PUNCTUATION[style];
  const written: string[] = [];
  const pending: ({ readonly text: string } | { readonly value: JsonValue })[] = [{ value }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if ('text' in next) {
      written.push(next.text);
    } else if (typeof next.value !== 'object' || next.value === null) {
      written.push(writeScalar(next.value));
    } else {
      const entries = Object.entries(next.value);
      const isArray = Array.isArray(next.value);
      const [open, close] = isArray ? array : object;
      if (entries.length === 0) {
        written.push(isArray ? '[]' : '{}');
        continue;
      }
      written.push(open);
      pending.push({ text: close });
      // What is pushed last is written first.
      for (let index = entries.length - 1; index >= 0; index--) {
        const [name, item] = entries[index] ?? ['', null];
        pending.push({ value: item });
        pending.push({ text: (index === 0 ? '' : comma) + (isArray ? '' : JSON.stringify(name) + colon) });
      }
    }
  }
  return written.join('');
}

/** A JSON object of members whose values are JSON texts already. A Map of names could hold what an object cannot. */
export function writeObject(members: readonly (readonly [name: string, json: string])[], style: JsonStyle): string {
  if (members.length === 0) return '{}';
  const { object, colon, comma } = PUNCTUATION[style];
  let written = object[0];
  for (const [index, [name, json]] of members.entries())
    written += (index === 0 ? '' : comma) + JSON.stringify(name) + colon + json;
  return written + object[1];
}

/** A JSON array of items that are JSON texts already. */
export function writeArray(items: readonly string[], style: JsonStyle): string {
  if (items.length === 0) return '[]';
  const { array, comma } = PUNCTUATION[style];
  return array[0] + items.join(comma) + array[1];
}

function writeScalar(value: string | number | boolean | null): string {
  if (typeof value !== 'number' || Number.isNaN(value)) return JSON.stringify(value);
  if (Object.is(value, -0)) return '-0';
  if (!Number.isFinite(value)) return value > 0 ? '1e400' : '-1e400';
  return String(value);
}
