// From events to an MQTT 5 PUBLISH (MQTT binding, section 3). Total: what has no place there is left out, never altered.
import { canonical } from '../../event/canonical.js';
import type { CloudEvent } from '../../event/types.js';
import { encodeJsonEvent, JSON_MEDIA_TYPE } from '../../format/json.js';
import { encodeJsonBatch, JSON_BATCH_MEDIA_TYPE } from '../../format/json-batch.js';
import type { JsonStyle } from '../../format/write-json.js';
import { dataBytes } from '../data-bytes.js';
import type { ContentMode, HeaderLine, MqttMessage } from '../types.js';
import { utf8Value } from '../utf8-value.js';

/** The message of an event. The binding has no batched mode: its messages are for seeing what a receiver makes of them (A44). */
export function encodeMqtt5(
  events: readonly CloudEvent[],
  mode: ContentMode,
  style: JsonStyle = 'compact',
): MqttMessage {
  const [event] = events;
  if (mode === 'batch') return payload(JSON_BATCH_MEDIA_TYPE, encodeJsonBatch(events, style));
  if (event === undefined) return { binding: 'mqtt5', headers: [], body: new Uint8Array() };
  return mode === 'binary' ? encodeBinary(event, style) : payload(JSON_MEDIA_TYPE, encodeJsonEvent(event, style));
}

function payload(contentType: string, body: Uint8Array): MqttMessage {
  return { binding: 'mqtt5', headers: [], contentType, body };
}

/** Section 3.1. Names are those of the attributes, without a prefix. */
function encodeBinary({ attributes, data }: CloudEvent, style: JsonStyle): MqttMessage {
  const headers: HeaderLine[] = [];
  for (const [name, value] of attributes) {
    const written = isWritable(name) ? writableValue(canonical(value)) : undefined;
    if (name !== 'datacontenttype' && written !== undefined) headers.push([name, written]);
  }
  // JSON data without a type has an implied one, which re-encoding writes out (JSON format, section 3.1.2).
  const type = attributes.get('datacontenttype') ?? (data?.kind === 'json' ? 'application/json' : undefined);
  const contentType = type === undefined ? undefined : canonical(type);
  return {
    binding: 'mqtt5',
    headers,
    ...(contentType !== undefined && isWritable(contentType) ? { contentType } : {}),
    body: dataBytes(data, style),
  };
}

const writableValue = (text: string): string | undefined => (isWritable(text) ? utf8Value(text) : undefined);

/** A string of MQTT holds neither an unpaired surrogate nor U+0000 (MQTT 5, section 1.5.4). */
const isWritable = (text: string): boolean => !/[\p{Surrogate}\0]/u.test(text);
