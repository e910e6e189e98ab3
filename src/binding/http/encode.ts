// From events to an HTTP message (HTTP binding, section 3). Total: what has no place in HTTP is left out, never altered.
import { canonical } from '../../event/canonical.js';
import type { CloudEvent } from '../../event/types.js';
import { encodeJsonEvent, JSON_MEDIA_TYPE } from '../../format/json.js';
import { encodeJsonBatch, JSON_BATCH_MEDIA_TYPE } from '../../format/json-batch.js';
import type { JsonStyle } from '../../format/write-json.js';
import { dataBytes } from '../data-bytes.js';
import type { ContentMode, HeaderLine, HttpMessage } from '../types.js';
import { encodeHeaderValue } from './header-value.js';

/** How JSON is spelt, in an event format and in the body of a binary message alike. Default `compact`. */
export interface HttpEncoding {
  readonly style?: JsonStyle;
}

/**
 * The message of some events: of all in batched mode, of the first in the others. In binary mode no event gives an empty
 * message; in structured mode it gives one with no body, which is no event.
 */
export function encodeHttp(events: readonly CloudEvent[], mode: ContentMode, encoding: HttpEncoding = {}): HttpMessage {
  const style = encoding.style ?? 'compact';
  const [event] = events;
  switch (mode) {
    case 'binary':
      return event === undefined ? { headers: [], body: new Uint8Array() } : encodeBinary(event, style);
    case 'structured':
      return payload(JSON_MEDIA_TYPE, event === undefined ? new Uint8Array() : encodeJsonEvent(event, style));
    case 'batch':
      return payload(JSON_BATCH_MEDIA_TYPE, encodeJsonBatch(events, style));
  }
}

function payload(mediaType: string, body: Uint8Array): HttpMessage {
  return { headers: [['Content-Type', mediaType]], body };
}

/** Section 3.1. */
function encodeBinary({ attributes, data }: CloudEvent, style: JsonStyle): HttpMessage {
  const headers: HeaderLine[] = [];
  for (const [name, value] of attributes) {
    const encoded = encodeHeaderValue(canonical(value));
    // Neither a name that is no HTTP token nor an unpaired surrogate can be written, and a line break in a name would
    // write another header.
    if (name === 'datacontenttype' || !isToken(name) || encoded === undefined) continue;
    headers.push([`ce-${name}`, encoded]);
  }
  // JSON data without a type has an implied one, which re-encoding writes out (JSON format, section 3.1.2).
  const type = attributes.get('datacontenttype') ?? (data?.kind === 'json' ? 'application/json' : undefined);
  const written = type === undefined ? undefined : contentType(canonical(type));
  if (written !== undefined) headers.push(['Content-Type', written]);
  return { headers, body: dataBytes(data, style) };
}

/** Section 3.2.6 of RFC 7230. */
function isToken(name: string): boolean {
  return name !== '' && !/[^!#$%&'*+\-.^_`|~0-9A-Za-z]/.test(name);
}

/** A Content-Type is written verbatim (A35); only what no media type has and no header can carry is escaped. */
function contentType(text: string): string | undefined {
  if (/\p{Surrogate}/u.test(text)) return undefined;
  return text.replace(/[^\x20-\x7e]+/gu, (run) => encodeURIComponent(run));
}
