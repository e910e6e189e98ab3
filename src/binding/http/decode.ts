// From an HTTP message, request or response, to the events in it (HTTP binding, section 3).
import type { AttributeValue, CloudEvent } from '../../event/types.js';
import { decodeJsonEvent } from '../../format/json.js';
import { decodeJsonBatch } from '../../format/json-batch.js';
import type { Decoded, Rejection } from '../../format/types.js';
import { contentMode } from '../content-mode.js';
import { mapDecoded } from '../map-decoded.js';
import type { HttpMessage, MessageEvents } from '../types.js';
import { unknownFormat } from '../unknown-format.js';
import { decodeHeaderValue } from './header-value.js';
import { headersByName, headerValue } from './headers.js';

/** The events of a message. In structured and batched mode only the payload counts, not the `ce-` headers (A37). */
export function decodeHttp(message: HttpMessage): Decoded<MessageEvents<CloudEvent>> {
  const { mode, format } = contentMode(headerValue(message.headers, 'content-type'));
  const unknown = mode === 'binary' ? undefined : unknownFormat(format);
  if (unknown !== undefined) return unknown;
  switch (mode) {
    case 'binary':
      return mapDecoded(decodeBinary(message), (event) => ({ mode, events: [event] }));
    case 'structured':
      return mapDecoded(decodeJsonEvent(message.body), (event) => ({ mode, events: [event] }));
    case 'batch':
      return mapDecoded(decodeJsonBatch(message.body), (events) => ({ mode, events }));
  }
}

/** Section 3.1. */
function decodeBinary({ headers, body }: HttpMessage): Decoded {
  const lines = headersByName(headers);
  const prefixed = [...lines].filter(([name]) => name.startsWith('ce-') && name !== 'ce-');
  if (prefixed.length === 0) return { kind: 'rejected', code: 'not-an-event', reason: 'no header begins with ce-' };

  const attributes = new Map<string, AttributeValue>();
  for (const [name, value] of prefixed) {
    // Its place is Content-Type, and the text forbids this header (section 3.1.1). Beside Content-Type it loses (A36);
    // alone it is ignored too: it would name a type that the HTTP message does not have.
    if (name === 'ce-datacontenttype') continue;
    const decoded = decodeHeaderValue(value);
    if (decoded.kind === 'bad-utf8') return badUtf8(name);
    attributes.set(name.slice('ce-'.length), decoded.text);
  }
  // Verbatim: the rules of quoting and percent-decoding are those of the ce- headers (A35).
  const contentType = lines.get('content-type');
  if (contentType !== undefined) attributes.set('datacontenttype', contentType);

  // Zero bytes are no data, with or without a Content-Type: HTTP cannot tell the two apart (A17).
  const event: CloudEvent = body.length === 0 ? { attributes } : { attributes, data: { kind: 'binary', bytes: body } };
  return { kind: 'decoded', value: event };
}

function badUtf8(name: string): Rejection {
  return { kind: 'rejected', code: 'encoding', reason: `the header ${name} holds octets that are not UTF-8` };
}
