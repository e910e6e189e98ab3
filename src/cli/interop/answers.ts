// Between the events of a run and the lines of the adapter protocol.
import type { ContentMode } from '../../binding/types.js';
import type { CloudEvent } from '../../event/types.js';
import { fromWire, toWire } from '../../event/wire.js';
import type { Decoded, Encoded, Failed, NotAsked, Refused } from '../../report/interop/observed.js';
import { fromAdapterMessage } from '../../target/adapter/adapter-message.js';
import type { AdapterReply, AdapterRequest } from '../../target/adapter/protocol.js';
import { whyUnsendable } from './sendable.js';

/** What came of a request: a reply, or why there is none. */
export type Answer = AdapterReply | Failed | NotAsked;

/** The request to encode these events. */
export const encodeRequest = (events: readonly CloudEvent[], mode: ContentMode): AdapterRequest => ({
  op: 'encode',
  binding: 'http',
  mode,
  ...(mode !== 'binary' && { format: 'json' }),
  events: events.map(toWire),
});

/** What an encoder made of it. `word` is the claim that it was asked by. */
export function encodedOf(answer: Answer, word: string): Encoded {
  if (answer.kind !== 'message') return otherwise(answer, word);
  const message = fromAdapterMessage(answer.message, 'http');
  const why = whyUnsendable(message);
  return why === undefined ? { kind: 'message', message } : { kind: 'failed', code: 'unsendable', message: why };
}

/** What a decoder made of it. `word` is the claim that it was asked by. */
export function decodedOf(answer: Answer, word: string): Decoded {
  if (answer.kind !== 'events') return otherwise(answer, word);
  const events: CloudEvent[] = [];
  for (const wire of answer.events) {
    const read = fromWire({ ...wire });
    if (read.kind === 'malformed') return { kind: 'failed', code: 'protocol', message: read.reason };
    events.push(read.event);
  }
  return { kind: 'events', events };
}

function otherwise(answer: Answer, word: string): Refused | Failed | NotAsked {
  switch (answer.kind) {
    case 'failed':
    case 'not-asked':
      return answer;
    case 'rejected':
      return { kind: 'refused', reason: answer.reason };
    case 'unsupported':
      return { kind: 'refused', reason: `it answers unsupported, and its hello claims ${word}` };
    default:
      // The schema of the reply to this request lets nothing else through.
      throw new Error(`${word} was answered with ${answer.kind}`);
  }
}
