// The handshake: who stands there, and whether it reads what it is asked.
import { randomBytes } from 'node:crypto';
import type { Adapter, AdapterExchange, AdapterFailure, AdapterHello } from './protocol.js';

/** `hint` says what to do, in words for whoever wrote the adapter. */
export type Greeting =
  | { readonly kind: 'hello'; readonly hello: AdapterHello }
  | {
      readonly kind: 'problem';
      /** `canary`: it does not answer `unsupported` to an op that does not exist, so no answer of it means anything. */
      readonly code: AdapterFailure['code'] | 'canary';
      readonly message: string;
      readonly hint: string;
      readonly exchange: AdapterExchange;
    };

export interface GreetOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** The op that does not exist. Default: a random one, so that no program can know it. */
  readonly canary?: `canary-${string}`;
}

/** A name that no program can know. */
export const canaryName = (): `canary-${string}` => `canary-${randomBytes(4).toString('hex')}`;

/** Asks for hello, and then for something that does not exist. */
export async function greet(adapter: Adapter, options: GreetOptions): Promise<Greeting> {
  const asking = { timeoutMs: options.timeoutMs, ...(options.signal && { signal: options.signal }) };
  const first = await adapter.ask({ op: 'hello', protocol: 1 }, asking);
  if (first.outcome.kind === 'failure') {
    const { code, message } = first.outcome.failure;
    return { kind: 'problem', code, message, hint: HINTS[code], exchange: first };
  }
  const hello = first.outcome.reply;
  // The schema lets nothing else through as an answer to hello.
  if (hello.kind !== 'hello') throw new Error(`hello was answered with ${hello.kind}`);
  const op = options.canary ?? canaryName();
  const second = await adapter.ask({ op }, asking);
  if (second.outcome.kind === 'reply') return { kind: 'hello', hello };
  const { code, message } = second.outcome.failure;
  if (code === 'aborted' || code === 'unreachable') {
    return { kind: 'problem', code, message, hint: HINTS[code], exchange: second };
  }
  return {
    kind: 'problem',
    code: 'canary',
    message: `the adapter answers without reading: asked for ${op}, which does not exist, it did not answer unsupported (${message})`,
    hint: 'answer {"id":…,"unsupported":true} to every op that the adapter does not know',
    exchange: second,
  };
}

const CHECK = 'ce-conform adapter check -- with the same command line shows the lines that went both ways';

const HINTS: Readonly<Record<AdapterFailure['code'], string>> = {
  timeout: `answer each line of stdin with one line on stdout, and flush it; ${CHECK}`,
  unreachable: 'run the command line that follows -- by itself: it has to start a program that reads stdin',
  closed: `the program has to go on until its stdin ends; ${CHECK}`,
  protocol: `write nothing but replies on stdout, and all else on stderr; ${CHECK}`,
  aborted: 'start again',
};
