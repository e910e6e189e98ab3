// An adapter program as a participant. Several requests are under way at a time; one that gets no answer among others is
// asked again alone, because nobody knows which of them held the program up.
import type { ContentMode } from '../../binding/http/types.js';
import type { CloudEvent } from '../../event/types.js';
import { fromWire, toWire } from '../../event/wire.js';
import type { Decoded, Encoded, Failed, NotAsked, Refused } from '../../report/interop/observed.js';
import { fromAdapterMessage, toAdapterMessage } from '../../target/adapter/http-message.js';
import type {
  Adapter,
  AdapterExchange,
  AdapterHello,
  AdapterReply,
  AdapterRequest,
} from '../../target/adapter/protocol.js';
import type { SubjectEntry } from '../subjects-file.js';
import type { Participant } from './participant.js';
import { whyUnsendable } from './sendable.js';
import { createSlots } from './slots.js';

export interface AskingOptions {
  /** Deadline of one reply, in milliseconds. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Requests of one program that are under way at a time. */
const AT_A_TIME = 8;

const MODES: readonly ContentMode[] = ['binary', 'structured', 'batch'];

/** A program that has said hello. */
export function adapterParticipant(
  { id, sdk }: Pick<SubjectEntry, 'id' | 'sdk'>,
  adapter: Adapter,
  hello: AdapterHello,
  options: AskingOptions,
): Participant {
  const slots = createSlots(AT_A_TIME);
  let gaveUp: string | undefined;

  async function ask(request: AdapterRequest): Promise<AdapterReply | Failed | NotAsked> {
    const once = (): Promise<AdapterExchange> => adapter.ask(request, options);
    const first = failureOf(await slots.together(once));
    if (first.kind !== 'failed' || first.code === 'protocol') return kept(first);
    return kept(failureOf(await slots.alone(once)));
  }

  function kept(answer: ReturnType<typeof failureOf>): AdapterReply | Failed | NotAsked {
    if (answer.kind !== 'unreachable') return answer;
    gaveUp ??= answer.message;
    return { kind: 'not-asked' };
  }

  const { name, version, language, supports } = hello;
  const modesOf = (op: string): readonly ContentMode[] =>
    MODES.filter((mode) => supports.includes(`${op}:http-${mode}`));
  return {
    subject: { id, sdk, name, version, language, encodes: modesOf('encode'), decodes: modesOf('decode') },
    encode: async (events, mode) => encodedOf(await ask(encodeRequest(events, mode)), `encode:http-${mode}`),
    decode: async (message, mode) =>
      decodedOf(
        await ask({ op: 'decode', binding: 'http', message: toAdapterMessage(message) }),
        `decode:http-${mode}`,
      ),
    gaveUp: () => gaveUp,
    close: () => adapter.close(),
  };
}

const encodeRequest = (events: readonly CloudEvent[], mode: ContentMode): AdapterRequest => ({
  op: 'encode',
  binding: 'http',
  mode,
  ...(mode !== 'binary' && { format: 'json' }),
  events: events.map(toWire),
});

function failureOf({
  outcome,
}: AdapterExchange): AdapterReply | Failed | NotAsked | { readonly kind: 'unreachable'; readonly message: string } {
  if (outcome.kind === 'reply') return outcome.reply;
  const { code, message } = outcome.failure;
  if (code === 'aborted') return { kind: 'not-asked' };
  return code === 'unreachable' ? { kind: 'unreachable', message } : { kind: 'failed', code, message };
}

function encodedOf(answer: AdapterReply | Failed | NotAsked, word: string): Encoded {
  if (answer.kind !== 'message') return otherwise(answer, word);
  const message = fromAdapterMessage(answer.message);
  const why = whyUnsendable(message);
  return why === undefined ? { kind: 'message', message } : { kind: 'failed', code: 'unsendable', message: why };
}

function decodedOf(answer: AdapterReply | Failed | NotAsked, word: string): Decoded {
  if (answer.kind !== 'events') return otherwise(answer, word);
  const events: CloudEvent[] = [];
  for (const wire of answer.events) {
    const read = fromWire({ ...wire });
    if (read.kind === 'malformed') return { kind: 'failed', code: 'protocol', message: read.reason };
    events.push(read.event);
  }
  return { kind: 'events', events };
}

function otherwise(answer: AdapterReply | Failed | NotAsked, word: string): Refused | Failed | NotAsked {
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
