// An emitted message, read once for all rules.
import { decodeMessage } from '../../src/binding/decode-message.js';
import { modeOfMessage } from '../../src/binding/parts.js';
import type { ContentMode, Message } from '../../src/binding/types.js';
import type { CloudEvent } from '../../src/event/types.js';
import { decodeJsonEvent } from '../../src/format/json.js';
import { decodeJsonBatch } from '../../src/format/json-batch.js';
import { rawMembers } from '../../src/format/raw-members.js';
import type { Decoded } from '../../src/format/types.js';
import type { Emitted } from './types.js';

/** Reads a message as one of the mode that was asked for; without one, as its Content-Type says. */
export function readEmitted<Emission extends Message>(message: Emission, asked?: ContentMode): Emitted<Emission> {
  const mode = asked ?? modeOfMessage(message).mode;
  return {
    message,
    mode,
    decoded: decodedAs(message, mode),
    documents: mode === 'binary' ? [] : (rawMembers(message.body) ?? []),
  };
}

// In the mode that was asked for, whatever the Content-Type says: a wrong one is the failure of one rule, not of all.
function decodedAs(message: Message, mode: ContentMode): Decoded<readonly CloudEvent[]> {
  switch (mode) {
    case 'binary': {
      const decoded = decodeMessage(message);
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
