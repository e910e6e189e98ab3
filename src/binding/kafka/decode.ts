// From a Kafka record to the event in it (Kafka binding, section 3).
import type { AttributeValue, CloudEvent } from '../../event/types.js';
import { decodeJsonEvent } from '../../format/json.js';
import type { Decoded, Rejection } from '../../format/types.js';
import { contentMode } from '../content-mode.js';
import { mapDecoded } from '../map-decoded.js';
import type { KafkaMessage, MessageEvents } from '../types.js';
import { unknownFormat } from '../unknown-format.js';
import { textOfValue } from '../utf8-value.js';

const PREFIX = 'ce_';

/** The event of a record. In structured mode only the value counts, not the `ce_` headers beside it. */
export function decodeKafka(message: KafkaMessage): Decoded<MessageEvents<CloudEvent>> {
  const contentType = kafkaContentType(message);
  const type = contentType === undefined ? undefined : textOfValue(contentType);
  const { mode, format } = contentMode(type);
  if (mode === 'binary') return mapDecoded(decodeBinary(message, type), (event) => ({ mode, events: [event] }));
  if (mode === 'batch') return rejected('unknown-format', 'the Kafka binding has no batch mode');
  return unknownFormat(format) ?? mapDecoded(decodeJsonEvent(message.body), (event) => ({ mode, events: [event] }));
}

/** The bytes of the content-type header. Of repeated ones the last counts, as for Kafka's own clients. */
export const kafkaContentType = ({ headers }: KafkaMessage): string | undefined =>
  headers.findLast(([name]) => name === 'content-type')?.[1];

/** Section 3.2. Names of headers are case-sensitive in Kafka. */
function decodeBinary({ headers, body, isNull }: KafkaMessage, contentType: string | undefined): Decoded {
  const prefixed = headers.filter(([name]) => name.startsWith(PREFIX) && name !== PREFIX);
  if (prefixed.length === 0) return rejected('not-an-event', 'no header begins with ce_');
  const attributes = new Map<string, AttributeValue>();
  for (const [name, value] of prefixed) {
    // Its place is content-type (position A40).
    if (name === 'ce_datacontenttype') continue;
    const text = textOfValue(value);
    if (text === undefined) return rejected('encoding', `the header ${name} holds bytes that are not UTF-8`);
    attributes.set(name.slice(PREFIX.length), text);
  }
  if (contentType !== undefined) attributes.set('datacontenttype', contentType);
  // A null value is no data, an empty one is data of no bytes.
  const event: CloudEvent = isNull === true ? { attributes } : { attributes, data: { kind: 'binary', bytes: body } };
  return { kind: 'decoded', value: event };
}

const rejected = (code: Rejection['code'], reason: string): Rejection => ({ kind: 'rejected', code, reason });
