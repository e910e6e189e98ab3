// The JSON batch format (CloudEvents 1.0.2, JSON format, section 4): an array of events in the JSON format.
import { parseJson } from '../event/parse-json.js';
import type { CloudEvent, JsonValue } from '../event/types.js';
import { encodeUtf8 } from '../event/utf8.js';
import { decodeJsonEvent, jsonTextOfEvent } from './json.js';
import type { Decoded } from './types.js';
import { type JsonStyle, writeArray } from './write-json.js';

/** The media type of a batch in this format (section 4.2). */
export const JSON_BATCH_MEDIA_TYPE: string = 'application/cloudevents-batch+json';

/**
 * The events of a batch, which can be none. One element that is no event rejects the batch, with its index counted from
 * 0 in the reason; what else a receiver does then is undefined (position A19).
 */
export function decodeJsonBatch(input: Uint8Array | JsonValue): Decoded<readonly CloudEvent[]> {
  if (input instanceof Uint8Array) {
    const parsed = parseJson(input);
    if (parsed.kind === 'json') return decodeJsonBatch(parsed.value);
    return { kind: 'rejected', code: 'malformed', reason: parsed.reason };
  }
  if (!Array.isArray(input)) {
    return { kind: 'rejected', code: 'malformed', reason: 'the JSON value is not an array' };
  }
  const elements: readonly JsonValue[] = input;
  const events: CloudEvent[] = [];
  for (const [index, element] of elements.entries()) {
    const decoded = decodeJsonEvent(element);
    if (decoded.kind === 'rejected') return { ...decoded, reason: `element ${index}: ${decoded.reason}` };
    events.push(decoded.value);
  }
  return { kind: 'decoded', value: events };
}

/** The bytes of a batch, in the order given. */
export function encodeJsonBatch(events: readonly CloudEvent[], style: JsonStyle = 'compact'): Uint8Array {
  const elements = events.map((event) => jsonTextOfEvent(event, style));
  return encodeUtf8(writeArray(elements, style));
}
