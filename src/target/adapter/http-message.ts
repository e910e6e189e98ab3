// HTTP messages as the protocol writes them, and back.

import type { HeaderLine, HttpMessage } from '../../binding/http/types.js';
import { fromByteString, latin1ToByteString, toByteString } from '../../event/byte-string.js';
import { trimOws } from '../header-text.js';
import type { AdapterMessage } from './protocol.js';

/**
 * The message as an HTTP library hands it to an SDK: white space around a value is no part of it (RFC 9110, 5.5), and a
 * body of no bytes is absent, because HTTP cannot tell the two apart.
 */
export function toAdapterMessage({ headers, body }: HttpMessage): AdapterMessage {
  const lines = headers.map(([name, value]) => [name, latin1ToByteString(trimOws(value))] as const);
  return body.length === 0 ? { headers: lines } : { headers: lines, body: toByteString(body) };
}

/** The message of a reply as a receiver would see it, without white space around values. */
export function fromAdapterMessage({ headers, body }: AdapterMessage): HttpMessage {
  return {
    headers: headers.map(([name, value]): HeaderLine => [name, trimOws(latin1Of(value))]),
    body: body == null ? new Uint8Array() : fromByteString(body),
  };
}

// The null of Kafka has no counterpart in HTTP; the schema lets none through.
function latin1Of(value: AdapterMessage['headers'][number][1]): string {
  if (value === null) return '';
  const bytes = fromByteString(value);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
