// Faults about ce- headers change the message, so that sound decoding of it gives the unsound value.
import { decodeHeaderValue, encodeHeaderValue } from '../../../binding/http/header-value.js';
import type { HeaderLine, HttpMessage } from '../../../binding/types.js';
import type { Fault } from '../../fault.js';
import { modeOf } from '../change.js';

/** Changes the messages of binary mode. */
export function onBinary(change: (message: HttpMessage) => HttpMessage): Pick<Fault, 'message'> {
  return { message: (message) => (modeOf(message) === 'binary' ? change(message) : message) };
}

/** Decodes each ce- header of binary mode otherwise; `undefined` leaves a value to the sound decoder. */
export function decodedAs(decode: (raw: string, name: string) => string | undefined): Pick<Fault, 'message'> {
  return onBinary((message) => ({
    ...message,
    headers: message.headers.map(([name, raw]): HeaderLine => {
      const text = /^ce-/i.test(name) ? decode(raw, name.slice('ce-'.length).toLowerCase()) : undefined;
      return text === undefined ? [name, raw] : [name, encodeHeaderValue(text) ?? raw];
    }),
  }));
}

/** What the sound decoder makes of a header value; undefined where it rejects it. */
export function decoded(raw: string): string | undefined {
  const result = decodeHeaderValue(raw);
  return result.kind === 'text' ? result.text : undefined;
}

/** The message with another Content-Type, or without one. */
export function withContentType({ headers, body }: HttpMessage, contentType?: string): HttpMessage {
  const others = headers.filter(([name]) => name.toLowerCase() !== 'content-type');
  return { headers: contentType === undefined ? others : [...others, ['Content-Type', contentType]], body };
}
