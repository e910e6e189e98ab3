// The SDK's binding of MQTT, between what the package mqtt gives and what it takes, as in the SDK's MQTT example. It knows
// nothing of MQTT 3.1.1: there a message has no Content Type, and to the SDK it is then in binary mode.
import { MQTT, MQTTMessageFactory } from 'cloudevents';
import { bytesOf, eventOf, fromBytes, linesOf, shown, written } from './wire.js';

// User properties are as mqtt has them: an object without a prototype, and in it an array for a repeated one. The SDK
// parses an event that is a string. Bytes it would take for the event itself, so an event in JSON is handed over as text.
const EVENT = /^application\/cloudevents\+json/i;
export function decode({ headers: lines, contentType, body }) {
  const properties = Object.create(null);
  for (const [name, value] of lines) {
    const text = bytesOf(value).toString();
    properties[name] = name in properties ? [properties[name], text].flat() : text;
  }
  const payload = EVENT.test(contentType ?? '') ? bytesOf(body).toString() : bytesOf(body);
  return { events: [shown(MQTT.toEvent(MQTTMessageFactory(contentType, properties, payload)))] };
}

export function encode(mode, event) {
  const { PUBLISH, body, headers } = MQTT[mode](eventOf(event));
  const { 'Content Type': contentType } = PUBLISH;
  const payload = mode === 'binary' ? written(body, event) : JSON.stringify(body);
  return {
    message: {
      headers: linesOf(headers),
      ...(contentType !== undefined && { contentType: String(contentType) }),
      ...(payload !== undefined && { body: fromBytes(payload) }),
    },
  };
}
