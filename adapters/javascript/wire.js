// The bytes and the events of adapter protocol 1 (docs/adapters.md) as those of Node and of the SDK, and back.
import { CloudEvent } from 'cloudevents';

export const bytesOf = ({ text, base64 }) => (text === undefined ? Buffer.from(base64, 'base64') : Buffer.from(text));
export const fromBytes = (value) =>
  ArrayBuffer.isView(value) ? { base64: Buffer.from(value).toString('base64') } : { text: String(value) };

export function eventOf({ attributes, data }) {
  if (data === undefined) return new CloudEvent(attributes);
  return new CloudEvent({ ...attributes, data: 'base64' in data ? bytesOf(data) : (data.text ?? data.json) });
}

// Null and undefined are how the SDK's object says that an attribute is not set. Bytes have a canonical string. Another
// object is no attribute value.
export function shown({ data, data_base64: _, ...rest }) {
  const set = Object.entries(rest).filter(([, value]) => value !== undefined && value !== null);
  const attributes = Object.fromEntries(set.map(([key, value]) => [key, scalar(value)]));
  if (data === undefined) return { attributes };
  if (ArrayBuffer.isView(data)) return { attributes, data: fromBytes(data) };
  return { attributes, data: typeof data === 'string' ? { text: data } : { json: data } };
}

function scalar(value) {
  if (ArrayBuffer.isView(value)) return Buffer.from(value).toString('base64');
  return typeof value === 'object' ? JSON.stringify(value) : value;
}

// The SDK's type of headers has undefined for one that is not there.
export const linesOf = (headers) =>
  Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));

// The bindings of Kafka and MQTT leave it to their user to write data. The SDK's MQTT example does it with JSON.stringify.
// What is a text or bytes is sent as it is.
export const written = (value, event) =>
  value !== undefined && event.data && 'json' in event.data ? JSON.stringify(value) : value;
