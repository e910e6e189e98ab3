// From events to a Kafka record (Kafka binding, section 3). Total: what has no place in a record is left out, never altered.
import { canonical } from '../../event/canonical.js';
import type { CloudEvent } from '../../event/types.js';
import { encodeJsonEvent, JSON_MEDIA_TYPE } from '../../format/json.js';
import { encodeJsonBatch, JSON_BATCH_MEDIA_TYPE } from '../../format/json-batch.js';
import type { JsonStyle } from '../../format/write-json.js';
import { dataBytes } from '../data-bytes.js';
import type { ContentMode, HeaderLine, KafkaMessage } from '../types.js';
import { utf8Value } from '../utf8-value.js';

export interface KafkaEncoding {
  readonly style?: JsonStyle;
  /** The record key that the user gives (section 3.1). */
  readonly key?: Uint8Array;
  /** The opt-in key mapper of section 3.1: `partitionkey` becomes the key, unless the user gives one. */
  readonly mapper?: 'partitionkey';
}

/** The record of an event. The binding has no batched mode: its records are for seeing what a receiver makes of them (A44). */
export function encodeKafka(
  events: readonly CloudEvent[],
  mode: ContentMode,
  encoding: KafkaEncoding = {},
): KafkaMessage {
  const { style = 'compact' } = encoding;
  const [event] = events;
  const message = ((): KafkaMessage => {
    if (mode === 'batch') return payload(JSON_BATCH_MEDIA_TYPE, encodeJsonBatch(events, style));
    if (event === undefined) return { binding: 'kafka', headers: [], body: new Uint8Array(), isNull: true };
    return mode === 'binary' ? encodeBinary(event, style) : payload(JSON_MEDIA_TYPE, encodeJsonEvent(event, style));
  })();
  const key = encoding.key ?? (encoding.mapper === undefined ? undefined : mapped(event));
  return key === undefined ? message : { ...message, key };
}

function mapped(event: CloudEvent | undefined): Uint8Array | undefined {
  const value = event?.attributes.get('partitionkey');
  return value === undefined ? undefined : Buffer.from(canonical(value), 'utf8');
}

function payload(mediaType: string, body: Uint8Array): KafkaMessage {
  return { binding: 'kafka', headers: [['content-type', mediaType]], body };
}

/** Section 3.2. Without data the record value is null (on 1.0.2 the text has no word on it: position A43). */
function encodeBinary({ attributes, data }: CloudEvent, style: JsonStyle): KafkaMessage {
  const headers: HeaderLine[] = [];
  for (const [name, value] of attributes) {
    const written = utf8Value(canonical(value));
    if (name !== 'datacontenttype' && written !== undefined) headers.push([`ce_${name}`, written]);
  }
  // JSON data without a type has an implied one, which re-encoding writes out (JSON format, section 3.1.2).
  const type = attributes.get('datacontenttype') ?? (data?.kind === 'json' ? 'application/json' : undefined);
  const written = type === undefined ? undefined : utf8Value(canonical(type));
  if (written !== undefined) headers.push(['content-type', written]);
  const body = dataBytes(data, style);
  return { binding: 'kafka', headers, body, ...(data === undefined ? { isNull: true as const } : {}) };
}
