// The npm package `cloudevents` behind adapter protocol 1 (docs/adapters.md), by its public API. It repairs nothing.
import { isUtf8 } from 'node:buffer';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { CloudEvent, HTTP } from 'cloudevents';

const { name, version } = createRequire(import.meta.url)('cloudevents/package.json');
// The SDK reads batches; it has nothing that writes one.
const encodes = ['encode:http-binary', 'encode:http-structured'];
const supports = ['decode:http-binary', 'decode:http-structured', 'decode:http-batch', ...encodes, 'validate'];

const bytesOf = ({ text, base64 }) => (text === undefined ? Buffer.from(base64, 'base64') : Buffer.from(text));
// As in the SDK's Express example and receiver.js: headers as Node gives them, JSON and text as text, else a Buffer.
const EVENT = /^application\/cloudevents/i;
const TEXT = /^(text\/|application\/json\s*(;|$))/i;
function decode({ headers: lines, body }) {
  const headers = {};
  for (const [line, value] of lines) {
    const [key, text] = [line.toLowerCase(), bytesOf(value).toString('latin1')];
    headers[key] = key in headers ? `${headers[key]}, ${text}` : text;
  }
  const [bytes, type] = [body && bytesOf(body), headers['content-type'] ?? ''];
  const isText = bytes && (EVENT.test(type) || (TEXT.test(type) && isUtf8(bytes)));
  return { events: [HTTP.toEvent({ headers, body: isText ? bytes.toString() : bytes })].flat().map(shown) };
}
// Null and undefined are how the SDK's object says that an attribute is not set. An object is no attribute value.
function shown({ data, data_base64: _, ...rest }) {
  const set = Object.entries(rest).filter(([, value]) => value !== undefined && value !== null);
  const scalar = (value) => (typeof value === 'object' ? JSON.stringify(value) : value);
  const attributes = Object.fromEntries(set.map(([key, value]) => [key, scalar(value)]));
  if (data === undefined) return { attributes };
  if (ArrayBuffer.isView(data)) return { attributes, data: { base64: Buffer.from(data).toString('base64') } };
  return { attributes, data: typeof data === 'string' ? { text: data } : { json: data } };
}
function eventOf({ attributes, data }) {
  if (data === undefined) return new CloudEvent(attributes);
  return new CloudEvent({ ...attributes, data: 'base64' in data ? bytesOf(data) : (data.text ?? data.json) });
}
function encode(mode, event) {
  const { headers: named, body } = HTTP[mode](eventOf(event));
  const headers = Object.entries(named).map(([key, value]) => [key, String(value)]);
  const bytes = ArrayBuffer.isView(body) ? { base64: Buffer.from(body).toString('base64') } : { text: String(body) };
  return { message: { headers, ...(body !== undefined && { body: bytes }) } };
}
function answer({ op, binding, mode, message, events, event }) {
  if (op === 'hello') return { protocol: 1, name, version, language: 'javascript', supports };
  if (op === 'decode' && binding === 'http') return decode(message);
  if (op === 'encode' && binding === 'http' && mode !== 'batch') return encode(mode, events[0]);
  if (op !== 'validate') return { unsupported: true };
  return eventOf(event).validate() ? { valid: true } : { valid: false, reason: 'validate() gives false' };
}
for await (const line of createInterface({ input: process.stdin })) {
  const { id, ...request } = JSON.parse(line);
  try {
    console.log(JSON.stringify({ id, ...answer(request) }));
  } catch ({ message: reason }) {
    const refusal = request.op === 'validate' ? { valid: false, reason } : { rejected: { reason } };
    console.log(JSON.stringify({ id, ...refusal }));
  }
}
