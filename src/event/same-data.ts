// Equality of event data by meaning, because one payload legally surfaces as a JSON value, as text or as bytes
// (position A10), depending on the content mode and on the software that reports it.
import { Buffer } from 'node:buffer';
import { parseJson } from './parse-json.js';
import { sameJson } from './same-json.js';
import type { EventData, JsonValue } from './types.js';
import { encodeUtf8 } from './utf8.js';

/**
 * Whether two payloads mean the same:
 * - equal bytes, text standing for its UTF-8; no data equals data of zero length (position A17)
 * - equal JSON values, where bytes stand for what they parse to, and text for that or for the string it is (A11)
 *
 * Bytes and texts are compared as JSON with each other only if `declaredJson`, so if the media type says that they are.
 */
export function sameData(one: EventData | undefined, other: EventData | undefined, declaredJson = false): boolean {
  const [a, b] = [bytesOf(one), bytesOf(other)];
  if (a !== undefined && b !== undefined && Buffer.compare(a, b) === 0) return true;
  if (one === undefined || other === undefined) return false;
  if (!declaredJson && one.kind !== 'json' && other.kind !== 'json') return false;
  const candidates = jsonReadings(other);
  return jsonReadings(one).some((value) => candidates.some((candidate) => sameJson(value, candidate)));
}

function bytesOf(data: EventData | undefined): Uint8Array | undefined {
  switch (data?.kind) {
    case undefined:
      return new Uint8Array();
    case 'json':
      return undefined; // a JSON value has no bytes of its own
    case 'text':
      return encodeUtf8(data.text);
    case 'binary':
      return data.bytes;
  }
}

function jsonReadings(data: EventData): readonly JsonValue[] {
  if (data.kind === 'json') return [data.value];
  const parsed = parseJson(data.kind === 'text' ? data.text : data.bytes);
  const readings = parsed.kind === 'json' ? [parsed.value] : [];
  return data.kind === 'text' ? [...readings, data.text] : readings;
}
