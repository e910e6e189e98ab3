// An adapter program as a participant. Several requests are under way at a time; one that gets no answer among others is
// asked again alone, because nobody knows which of them held the program up.
import type { ContentMode } from '../../binding/http/types.js';
import { toAdapterMessage } from '../../target/adapter/http-message.js';
import type { Adapter, AdapterExchange, AdapterHello, AdapterRequest } from '../../target/adapter/protocol.js';
import type { SubjectEntry } from '../subjects-file.js';
import { type Answer, decodedOf, encodedOf, encodeRequest } from './answers.js';
import type { Participant } from './participant.js';
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

  async function ask(request: AdapterRequest): Promise<Answer> {
    const once = (): Promise<AdapterExchange> => adapter.ask(request, options);
    const first = failureOf(await slots.together(once));
    if (first.kind !== 'failed' || first.code === 'protocol') return kept(first);
    return kept(failureOf(await slots.alone(once)));
  }

  function kept(answer: ReturnType<typeof failureOf>): Answer {
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

function failureOf({ outcome }: AdapterExchange): Answer | { readonly kind: 'unreachable'; readonly message: string } {
  if (outcome.kind === 'reply') return outcome.reply;
  const { code, message } = outcome.failure;
  if (code === 'aborted') return { kind: 'not-asked' };
  return code === 'unreachable' ? { kind: 'unreachable', message } : { kind: 'failed', code, message };
}
