// Reading JSON that somebody else wrote, so that the result is data and never an exception.
import type { JsonValue } from './types.js';
import { decodeUtf8 } from './utf8.js';

export type ParsedJson =
  | { readonly kind: 'json'; readonly value: JsonValue }
  | { readonly kind: 'malformed'; readonly reason: string };

/**
 * The value of a JSON text (RFC 8259). Bytes have to be UTF-8; a byte order mark before them is ignored, as section 8.1
 * lets a parser do. Of members with the same name the last one wins.
 */
export function parseJson(input: string | Uint8Array): ParsedJson {
  const text = typeof input === 'string' ? input : decodeUtf8(input);
  if (text === undefined) return { kind: 'malformed', reason: 'the bytes are not UTF-8' };
  try {
    const value: JsonValue = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
    return { kind: 'json', value };
  } catch {
    // The message of the parser differs between versions of Node and quotes the input: it is of no use in a report.
    return { kind: 'malformed', reason: 'the text is not JSON' };
  }
}
