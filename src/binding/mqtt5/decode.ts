// From an MQTT 5 PUBLISH to the event in it (MQTT binding, section 3).
import { REQUIRED_ATTRIBUTES } from '../../event/names.js';
import type { AttributeValue, CloudEvent } from '../../event/types.js';
import { decodeJsonEvent } from '../../format/json.js';
import type { Decoded, Rejection } from '../../format/types.js';
import { contentMode } from '../content-mode.js';
import { mapDecoded } from '../map-decoded.js';
import type { MessageEvents, MqttMessage } from '../types.js';
import { unknownFormat } from '../unknown-format.js';
import { textOfValue } from '../utf8-value.js';

/** The event of a message. In structured mode only the payload counts, not the user properties. */
export function decodeMqtt5(message: MqttMessage): Decoded<MessageEvents<CloudEvent>> {
  const { mode, format } = contentMode(message.contentType);
  if (mode === 'binary') return mapDecoded(decodeBinary(message), (event) => ({ mode, events: [event] }));
  if (mode === 'batch') return rejected('unknown-format', 'the MQTT binding has no batch mode');
  return unknownFormat(format) ?? mapDecoded(decodeJsonEvent(message.body), (event) => ({ mode, events: [event] }));
}

/** Section 3.1. Nothing tells a foreign user property from an extension but its name (position A46). */
function decodeBinary({ headers, body, contentType }: MqttMessage): Decoded {
  const attributes = new Map<string, AttributeValue>();
  for (const [name, value] of headers) {
    // The type of the data is the Content Type (position A45), and data is the payload.
    if (!/^[a-z0-9]+$/.test(name) || name === 'datacontenttype' || name === 'data') continue;
    const text = textOfValue(value);
    if (text === undefined) return rejected('encoding', `the user property ${name} holds bytes that are not UTF-8`);
    attributes.set(name, text);
  }
  if (!REQUIRED_ATTRIBUTES.some((name) => attributes.has(name)))
    return rejected('not-an-event', 'no user property is a required attribute');
  if (contentType !== undefined) attributes.set('datacontenttype', contentType);
  // Zero bytes are no data: MQTT has no other form for it (position A49).
  const event: CloudEvent = body.length === 0 ? { attributes } : { attributes, data: { kind: 'binary', bytes: body } };
  return { kind: 'decoded', value: event };
}

const rejected = (code: Rejection['code'], reason: string): Rejection => ({ kind: 'rejected', code, reason });
