// A program over all its lives: it is started at the first request, and again at the next one after it ended.
import { unwatchAbort, watchAbort } from '../abort-watch.js';
import { type AskOptions, type Dialogue, openDialogue } from './dialogue.js';
import type { Link, Opened } from './link.js';
import type { Adapter, AdapterExchange, AdapterFailure, AdapterRequest } from './protocol.js';
import type { AdapterWatch } from './watch.js';

export interface LivesOptions {
  /** The program is started again at most so often without a reply in between. Default 20. */
  readonly restarts?: number;
  /** Longest line that is read. Default 16 MiB. */
  readonly maxLineBytes?: number;
  /** How long `close` waits for the program to end by itself, in milliseconds. Default 1000. */
  readonly graceMs?: number;
  readonly watch?: AdapterWatch;
}

/** How a program ended when its stdin did. */
export type Ending =
  | { readonly kind: 'ended'; readonly how: string } // by itself: `exit code 0`
  | { readonly kind: 'killed' } // it did not end in time
  | { readonly kind: 'not-running' };

export interface EndingAdapter extends Adapter {
  /** Does what `close` does, and tells how the program took it. `graceMs` replaces the option of that name. */
  finish(graceMs?: number): Promise<Ending>;
}

type Failed = Extract<AdapterExchange['outcome'], { readonly kind: 'failure' }>;

const DEFAULT_RESTARTS = 20;
const DEFAULT_GRACE_MS = 1000;
const ABORTED: Failed = failed('aborted', 'the run ended before a reply came');

/** An adapter whose lives `open` begins. After a restart `hello` is asked again first, and has to say the same. */
export function adapterLives(open: () => Promise<Opened>, options: LivesOptions = {}): EndingAdapter {
  const restarts = options.restarts ?? DEFAULT_RESTARTS;
  const links = new Set<Link>();
  let fruitless = 0;
  let lastId = 0;
  let closed = false;
  let current: { readonly link: Link; readonly dialogue: Dialogue } | undefined;
  let beginning: Promise<Failed | undefined> | undefined;
  let hello: { readonly request: AdapterRequest; readonly said: string; readonly timeoutMs: number } | undefined;
  let ending: Promise<Ending> | undefined;

  async function begin(): Promise<Failed | undefined> {
    if (fruitless > restarts)
      return failed('unreachable', `the program ended ${fruitless} times in a row and is not started again`);
    fruitless += 1;
    const opened = await open();
    if (opened.kind === 'failure') return opened;
    const { link } = opened;
    links.add(link);
    void link.ended.then(() => links.delete(link));
    if (closed) {
      link.kill();
      return ABORTED;
    }
    const dialogue = openDialogue(link, {
      ...options,
      onEnd: () => {
        if (current?.link === link) current = undefined;
      },
    });
    current = { link, dialogue };
    return greetAgain(link, dialogue);
  }

  async function greetAgain(link: Link, dialogue: Dialogue): Promise<Failed | undefined> {
    if (hello === undefined) return undefined;
    const { outcome } = await dialogue.ask(++lastId, hello.request, { timeoutMs: hello.timeoutMs });
    if (outcome.kind === 'reply' && JSON.stringify(outcome.reply) === hello.said) return undefined;
    const again = 'the program was started again';
    if (outcome.kind === 'failure' && outcome.failure.code === 'aborted') return outcome;
    dialogue.stop({ code: 'closed', message: `${again} and did not say hello as before` });
    link.kill();
    return outcome.kind === 'failure'
      ? failed('unreachable', `${again}, and its hello failed: ${outcome.failure.message}`)
      : failed('protocol', `${again}, and its hello says something else than before`);
  }

  async function ask(request: AdapterRequest, asking: AskOptions): Promise<AdapterExchange> {
    for (;;) {
      // No turn may pass between this and the question: the program or the run could end in it.
      if (closed || asking.signal?.aborted === true) return { request, outcome: ABORTED, ms: 0 };
      if (beginning === undefined && current?.dialogue.isOpen === true) {
        return current.dialogue.ask(++lastId, request, asking);
      }
      beginning ??= begin().finally(() => {
        beginning = undefined;
      });
      const failure = await orAborted(beginning, asking.signal);
      if (failure !== undefined) return { request, outcome: failure, ms: 0 };
    }
  }

  async function end(graceMs = options.graceMs ?? DEFAULT_GRACE_MS): Promise<Ending> {
    closed = true;
    const last = current;
    last?.dialogue.stop(ABORTED.failure);
    await beginning;
    last?.link.input.end();
    let result: Ending = { kind: 'not-running' };
    if (last !== undefined) {
      const how = await within(last.link.ended, graceMs);
      result = how === undefined ? { kind: 'killed' } : { kind: 'ended', how };
    }
    for (const link of links) link.kill();
    await Promise.all([...links].map((link) => link.ended));
    return result;
  }

  const finish = (graceMs?: number): Promise<Ending> => {
    ending ??= end(graceMs);
    return ending;
  };

  return {
    async ask(request, asking) {
      const exchange = await ask(request, asking);
      if (exchange.outcome.kind === 'failure') return exchange;
      // Who dies of many questions, and answers others in between, can be judged by those.
      if (request.op !== 'hello') fruitless = 0;
      else hello ??= { request, said: JSON.stringify(exchange.outcome.reply), timeoutMs: asking.timeoutMs };
      return exchange;
    },
    finish,
    close: async () => {
      await finish();
    },
  };
}

function failed(code: AdapterFailure['code'], message: string): Failed {
  return { kind: 'failure', failure: { code, message } };
}

// A start can take long, and a run that was ended does not wait for it.
function orAborted(begun: Promise<Failed | undefined>, signal: AbortSignal | undefined): Promise<Failed | undefined> {
  if (signal === undefined) return begun;
  return new Promise((resolve, reject) => {
    const watcher = { onAbort: () => resolve(ABORTED) };
    watchAbort(signal, watcher);
    begun.then(resolve, reject).finally(() => unwatchAbort(signal, watcher));
  });
}

function within<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), ms);
    void promise.then((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}
