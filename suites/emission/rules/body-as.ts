// What became of data in the body of a binary message, over whatever binding: nothing, bytes, a text, a string under a JSON type, a JSON value.
import { Buffer } from 'node:buffer';
import { encodeBase64 } from '../../../src/event/binary.js';
import { parseJson } from '../../../src/event/parse-json.js';
import { sameJson } from '../../../src/event/same-json.js';
import type { JsonValue } from '../../../src/event/types.js';
import { decodeUtf8, encodeUtf8 } from '../../../src/event/utf8.js';
import { broken, KEPT, silent } from '../say.js';
import type { Shown } from '../types.js';
import { shortened } from './http/attribute-headers.js';

export function nothingInBody(body: Uint8Array): Shown {
  return body.length === 0 ? KEPT : wrong('an event without data came out with some', null, body, 'invented');
}

/** `isJson`: software that holds JSON as values may write the same JSON in other bytes (position A10). */
export function bytesInBody(body: Uint8Array, bytes: Uint8Array, isJson: boolean): Shown {
  if (isSame(body, bytes)) return KEPT;
  if (body.length === 0) return lost(shownBytes(bytes));
  const [told, found] = [parseJson(bytes), parseJson(body)];
  if (isJson && told.kind === 'json' && found.kind === 'json' && sameJson(told.value, found.value)) {
    return silent('the bytes were taken for the JSON that they are');
  }
  const text = decodeUtf8(body);
  const isBase64 = text !== undefined && [text, unquoted(text)].includes(encodeBase64(bytes));
  const message = isBase64 ? 'the body is the base64 of the bytes' : 'the body holds other bytes';
  return wrong(message, shownBytes(bytes), body, isBase64 ? 'base64' : 'changed');
}

/** `isLabelledJson`: a text without a type that was given one may be the JSON string that this type asks for. */
export function textInBody(body: Uint8Array, text: string, isLabelledJson: boolean): Shown {
  if (isSame(body, encodeUtf8(text))) return KEPT;
  if (body.length === 0) return lost(shortened(text));
  if (decodeUtf8(body) === encodeBase64(encodeUtf8(text))) {
    return wrong('the body is the base64 of the text', shortened(text), body, 'base64');
  }
  if (!isJsonOf(body, text)) return wrong('the body is another text', shortened(text), body, 'changed');
  return isLabelledJson
    ? silent('the text was labelled and written as JSON')
    : wrong('a text that is not of a JSON type is written as a JSON string', shortened(text), body, 'quoted');
}

/** Software whose strings hold what is to be sent writes the string as it is (position A11). Encoding twice is wrong. */
export function stringInBody(body: Uint8Array, text: string): Shown {
  if (isJsonOf(body, text)) return KEPT;
  if (isSame(body, encodeUtf8(text))) {
    return silent(
      'the string was taken for JSON text: hand over the JSON text of a string, if that is what strings mean',
    );
  }
  const parsed = parseJson(text);
  if (parsed.kind === 'json' && isJsonOf(body, parsed.value)) return silent('the string was taken for JSON text');
  return jsonInBody(body, text);
}

export function jsonInBody(body: Uint8Array, value: JsonValue): Shown {
  if (isJsonOf(body, value)) return KEPT;
  if (body.length === 0) return value === null ? silent('null was taken for no data') : lost(value);
  const parsed = parseJson(body);
  const isTwice = parsed.kind === 'json' && typeof parsed.value === 'string' && isJsonOf(parsed.value, value);
  const message = isTwice ? 'the body is a string that holds the JSON text of the value' : 'the body is another value';
  return wrong(message, value, body, isTwice ? 'twice' : 'changed');
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

function isJsonOf(body: Uint8Array | string, value: JsonValue): boolean {
  const parsed = parseJson(body);
  return parsed.kind === 'json' && sameJson(parsed.value, value);
}

const unquoted = (text: string): string => text.replace(/^"(.*)"$/s, '$1');

const lost = (expected: JsonValue): Shown => broken('the data did not come out', expected, null, 'lost');

const wrong = (message: string, expected: JsonValue, body: Uint8Array, root: string): Shown =>
  broken(message, expected, shownBytes(body), root);

/** Bytes for a reader: as the text that they are, or in hexadecimal. */
function shownBytes(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 128));
  const text = decodeUtf8(bytes);
  return text === undefined ? `${start.toString('hex')} (hexadecimal)` : shortened(text);
}
