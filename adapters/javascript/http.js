// The SDK's binding of HTTP.
import { isUtf8 } from 'node:buffer';
import { HTTP } from 'cloudevents';
import { bytesOf, eventOf, fromBytes, linesOf, shown } from './wire.js';

// As in the SDK's Express example and receiver.js: headers as Node gives them, JSON and text as text, else a Buffer.
const EVENT = /^application\/cloudevents/i;
const TEXT = /^(text\/|application\/json\s*(;|$))/i;
export function decode({ headers: lines, body }) {
  const headers = {};
  for (const [line, value] of lines) {
    const [key, text] = [line.toLowerCase(), bytesOf(value).toString('latin1')];
    headers[key] = key in headers ? `${headers[key]}, ${text}` : text;
  }
  const [bytes, type] = [body && bytesOf(body), headers['content-type'] ?? ''];
  const isText = bytes && (EVENT.test(type) || (TEXT.test(type) && isUtf8(bytes)));
  return { events: [HTTP.toEvent({ headers, body: isText ? bytes.toString() : bytes })].flat().map(shown) };
}

export function encode(mode, event) {
  const { headers, body } = HTTP[mode](eventOf(event));
  return { message: { headers: linesOf(headers), ...(body !== undefined && { body: fromBytes(body) }) } };
}
