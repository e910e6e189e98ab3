// An emitted message, read once for all rules.
import { decodeHttp } from '../../src/binding/http/decode.js';
import { headerValue } from '../../src/binding/http/headers.js';
import { contentMode } from '../../src/binding/http/mode.js';
import type { ContentMode, HttpMessage } from '../../src/binding/http/types.js';
import type { CloudEvent } from '../../src/event/types.js';
import { decodeJsonEvent } from '../../src/format/json.js';
import { decodeJsonBatch } from '../../src/format/json-batch.js';
import { rawMembers } from '../../src/format/raw-members.js';
import type { Decoded } from '../../src/format/types.js';
import type { Emitted } from './types.js';

/** Reads a message as one of the mode that was asked for; without one, as its Content-Type says. */
export function readEmitted(message: HttpMessage, asked?: ContentMode): Emitted {
  const mode = asked ?? contentMode(headerValue(message.headers, 'content-type')).mode;
  return {
    message,
    mode,
    decoded: decodedAs(message, mode),
    documents: mode === 'binary' ? [] : (rawMembers(message.body) ?? []),
  };
}

// In the mode that was asked for, whatever the Content-Type says: a wrong one is the failure of one rule, not of all.
function decodedAs(message: HttpMessage, mode: ContentMode): Decoded<readonly CloudEvent[]> {
  switch (mode) {
    case 'binary': {
      const decoded = decodeHttp(message);
      return decoded.kind === 'decoded' ? { kind: 'decoded', value: decoded.value.events } : decoded;
    }
    case 'structured': {
      const decoded = decodeJsonEvent(message.body);
      return decoded.kind === 'decoded' ? { kind: 'decoded', value: [decoded.value] } : decoded;
    }
    case 'batch':
      return decodeJsonBatch(message.body);
  }
}
