// The replies of the adapter protocol as replies of a target.
import type { Binding } from '../../binding/types.js';
import type { CloudEvent, JsonValue } from '../../event/types.js';
import { fromWire, type WireEvent } from '../../event/wire.js';
import type { Reply } from '../types.js';
import { fromAdapterMessage } from './adapter-message.js';
import type { AdapterFailure, AdapterReply } from './protocol.js';
import { quote } from './quote.js';

/** A reply to decode, encode, validate or evaluate; `binding` is that of the request. What no target says to any of them is a breach of the protocol. */
export function replyOf(reply: AdapterReply, binding: Binding = 'http'): Reply {
  switch (reply.kind) {
    case 'events':
      return eventsReply(reply.events);
    case 'message':
      return { kind: 'messages', messages: [fromAdapterMessage(reply.message, binding)] };
    case 'rejected':
      return { kind: 'rejected', reason: reply.reason };
    case 'unsupported':
      return { kind: 'unsupported' };
    case 'valid':
    case 'invalid':
      return reply;
    case 'value':
      return isWritable(reply.value ?? null) ? reply : breach('it holds a number beyond the range of a double');
    case 'thrown':
      return { kind: 'failure', failure: { code: 'thrown', message: `it threw: ${quote(reply.reason)}` } };
    case 'hello':
      return breach(`it answers with ${reply.kind}`);
  }
}

/** Why an adapter gave no reply that can be used, among the failures of transports. */
export const failureReply = ({ code, message }: AdapterFailure): Reply => ({
  kind: 'failure',
  failure: { code, message },
});

function eventsReply(wire: readonly WireEvent[]): Reply {
  const events: CloudEvent[] = [];
  for (const one of wire) {
    // JSON can write numbers that no double holds; what became infinite could not be written down again.
    if (!isWritable(one as unknown as JsonValue)) return breach('it holds a number beyond the range of a double');
    const read = fromWire(one as unknown as JsonValue);
    if (read.kind === 'malformed') return breach(read.reason);
    events.push(read.event);
  }
  return { kind: 'events', events };
}

const isWritable = (value: JsonValue): boolean => {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(isWritable);
};

const breach = (what: string): Reply => ({
  kind: 'failure',
  failure: { code: 'protocol', message: `the adapter's reply breaks the protocol: ${what}` },
});
