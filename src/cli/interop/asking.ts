// Requests to an adapter program. Several are under way at a time; one that gets no answer among others is asked again
// alone, because nobody knows which of them held the program up.
import type { Adapter, AdapterExchange, AdapterRequest } from '../../target/adapter/protocol.js';
import type { Answer } from './answers.js';
import { createSlots } from './slots.js';

export interface AskingOptions {
  /** Deadline of one reply, in milliseconds. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export interface Asking {
  ask(request: AdapterRequest): Promise<Answer>;
  /** Why it could not be asked everything; undefined while it can. */
  gaveUp(): string | undefined;
}

/** Requests of one program that are under way at a time. */
const AT_A_TIME = 8;

export function asking(adapter: Pick<Adapter, 'ask'>, options: AskingOptions): Asking {
  const slots = createSlots(AT_A_TIME);
  let gaveUp: string | undefined;

  function kept(answer: ReturnType<typeof failureOf>): Answer {
    if (answer.kind !== 'unreachable') return answer;
    gaveUp ??= answer.message;
    return { kind: 'not-asked' };
  }

  return {
    async ask(request) {
      const once = (): Promise<AdapterExchange> => adapter.ask(request, options);
      const first = failureOf(await slots.together(once));
      if (first.kind !== 'failed' || first.code === 'protocol') return kept(first);
      return kept(failureOf(await slots.alone(once)));
    },
    gaveUp: () => gaveUp,
  };
}

function failureOf({ outcome }: AdapterExchange): Answer | { readonly kind: 'unreachable'; readonly message: string } {
  if (outcome.kind === 'reply') return outcome.reply;
  const { code, message } = outcome.failure;
  if (code === 'aborted') return { kind: 'not-asked' };
  return code === 'unreachable' ? { kind: 'unreachable', message } : { kind: 'failed', code, message };
}
