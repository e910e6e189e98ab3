// One life of a program: requests go out with ids, replies come back in any order. What is on stdout and no reply to a
// request that waits is stray. It ends nothing, because a log line may be followed by the reply; it becomes the reason
// when a request gets no reply, if that request was the only one all the time: only then it is certain whose it was.

import type { JsonValue } from '../../event/types.js';
import { unwatchAbort, watchAbort } from '../abort-watch.js';
import { createLineReader, MAX_LINE_BYTES } from './line-reader.js';
import type { Link } from './link.js';
import { createOutputTail } from './output-tail.js';
import { parseAdapterReply } from './parse-reply.js';
import type { AdapterExchange, AdapterFailure, AdapterRequest } from './protocol.js';
import { quote } from './quote.js';
import { readLine } from './read-line.js';
import { requestLine } from './request-line.js';
import type { AdapterWatch, Stray } from './watch.js';

export interface AskOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

export interface Dialogue {
  /** Whether it can still be asked. False for ever once the program ended or was ended. */
  readonly isOpen: boolean;
  /** Resolves with the reply or with why there is none. Whoever asks has made sure that it is open. */
  ask(id: number, request: AdapterRequest, options: AskOptions): Promise<AdapterExchange>;
  /** Gives every request that waits this failure, and asks nothing any more. */
  stop(failure: AdapterFailure): void;
}

export interface DialogueOptions {
  readonly maxLineBytes?: number;
  readonly watch?: AdapterWatch;
  /** Called once, when the dialogue is no longer open. */
  readonly onEnd?: () => void;
}

interface Pending {
  readonly id: number;
  readonly request: AdapterRequest;
  readonly timer: NodeJS.Timeout;
  readonly unwatch: () => void;
  readonly stderrFrom: number;
  readonly resolve: (exchange: AdapterExchange) => void;
  readonly started: number;
  /** Another request was under way at the same time. */
  crowded: boolean;
  stray?: string;
}

/** A program that closed one of its streams is given so long to end by itself, so that its exit code can be told. */
const LAST_WORDS_MS = 500;

export function openDialogue(link: Link, options: DialogueOptions = {}): Dialogue {
  const { watch, onEnd } = options;
  const pending = new Map<number, Pending>();
  const givenUp = new Set<number>();
  const unsent: { readonly id: number; readonly line: string }[] = [];
  const stderr = createOutputTail();
  let isOpen = true;
  let blocked = false;
  let lastId = 0;
  let lost: string | undefined;
  let lostTimer: NodeJS.Timeout | undefined;

  const reader = createLineReader(
    {
      onLine,
      onTooLong: () => {
        const why = `a line of more than ${options.maxLineBytes ?? MAX_LINE_BYTES} bytes`;
        stray({ line: '', kind: 'too-long', why });
        const [only] = pending.size === 1 ? [...pending.values()] : [];
        if (only?.crowded === false) fail(only, 'protocol', broken(only.request, why));
        end('the program was ended while it owed a reply');
        link.kill();
      },
    },
    options.maxLineBytes,
  );
  link.output.on('data', (chunk: Buffer) => isOpen && reader.push(chunk));
  link.output.on('end', () => {
    if (isOpen) reader.end();
    loseTouch('closed its stdout');
  });
  link.output.on('error', () => loseTouch('closed its stdout'));
  link.errors?.on('data', (chunk: Buffer) => stderr.push(chunk));
  link.errors?.on('error', () => undefined);
  link.input.on('drain', flush);
  link.input.on('error', () => loseTouch('closed its stdin'));
  void link.ended.then((how) => end(`the program ended before it replied (${lost ?? how})`));

  function loseTouch(how: string): void {
    if (!isOpen) return;
    lostTimer ??= setTimeout(() => {
      lost = `it ${how}`;
      link.kill();
    }, LAST_WORDS_MS);
  }

  function onLine(bytes: Buffer, whole: boolean): void {
    const text = bytes.toString('utf8');
    watch?.received?.(text);
    const line = readLine(bytes);
    if (line.kind === 'blank') return;
    const waiting = line.id === undefined ? undefined : pending.get(line.id);
    if (line.kind === 'garbage') {
      // Cut off by the end of the program, which is what there is to say.
      if (waiting === undefined || !whole) stray({ line: text, kind: line.fault, why: line.why });
      else fail(waiting, 'protocol', broken(waiting.request, line.why));
    } else if (waiting !== undefined) {
      answer(waiting, line.json);
    } else if (!givenUp.delete(line.id)) {
      const { id } = line;
      stray(
        id > 0 && id <= lastId
          ? { line: text, kind: 'second', why: `a second reply to ${id}` }
          : { line: text, kind: 'unasked', why: `a reply to ${id}, which was not asked` },
      );
    }
  }

  function answer(waiting: Pending, json: JsonValue): void {
    const reply = parseAdapterReply(waiting.request, json);
    if (reply.kind === 'problem') fail(waiting, 'protocol', reply.message);
    else settle(waiting, { kind: 'reply', reply });
  }

  function stray(seen: Stray): void {
    watch?.stray?.(seen);
    for (const waiting of pending.values()) waiting.stray ??= seen.why;
  }

  function flush(): void {
    blocked = false;
    for (let next = unsent.shift(); next !== undefined; next = unsent.shift()) {
      if (!pending.has(next.id)) continue;
      watch?.sent?.(next.line);
      blocked = !link.input.write(`${next.line}\n`);
      if (blocked) return;
    }
  }

  function onTimeout(waiting: Pending, timeoutMs: number): void {
    const rest = reader.rest().toString('utf8');
    if (rest.trim() !== '') {
      watch?.received?.(rest);
      stray({ line: rest, kind: 'unended', why: `a line without its line feed: ${quote(rest)}` });
    }
    fail(waiting, 'timeout', `no reply within ${timeoutMs} ms`);
    // Nobody knows which of them holds the program up: whoever waits may be asked again, alone.
    end('the program was ended while it owed a reply, because another request got none in time');
    link.kill();
  }

  function fail(waiting: Pending, code: AdapterFailure['code'], message: string): void {
    settle(waiting, { kind: 'failure', failure: blame(waiting, { code, message }) });
  }

  function settle(waiting: Pending, outcome: AdapterExchange['outcome']): void {
    if (!pending.delete(waiting.id)) return;
    clearTimeout(waiting.timer);
    waiting.unwatch();
    const { request, resolve, started, stderrFrom } = waiting;
    const said = stderr.since(stderrFrom);
    resolve({ request, outcome, ...(said !== undefined && { stderr: said }), ms: performance.now() - started });
  }

  function end(message: string): void {
    stop({ code: 'closed', message });
  }

  function stop(failure: AdapterFailure): void {
    if (isOpen) {
      isOpen = false;
      clearTimeout(lostTimer);
      onEnd?.();
    }
    for (const waiting of [...pending.values()]) fail(waiting, failure.code, failure.message);
  }

  return {
    get isOpen() {
      return isOpen;
    },
    ask(id, request, { timeoutMs, signal }) {
      return new Promise((resolve) => {
        const abort = {
          onAbort: () => {
            givenUp.add(id);
            fail(waiting, 'aborted', 'the run ended before a reply came');
          },
        };
        const waiting: Pending = {
          id,
          request,
          timer: setTimeout(() => onTimeout(waiting, timeoutMs), timeoutMs),
          unwatch: () => signal !== undefined && unwatchAbort(signal, abort),
          stderrFrom: stderr.position,
          resolve,
          started: performance.now(),
          crowded: pending.size > 0,
        };
        for (const other of pending.values()) other.crowded = true;
        pending.set(id, waiting);
        lastId = id;
        if (signal !== undefined) watchAbort(signal, abort);
        unsent.push({ id, line: requestLine(id, request) });
        if (!blocked) flush();
      });
    },
    stop,
  };
}

// A stray line is told with the failure; it is the failure where it can only have been meant as the reply.
function blame({ crowded, stray, request }: Pending, failure: AdapterFailure): AdapterFailure {
  if (stray === undefined || failure.code === 'protocol' || failure.code === 'aborted') return failure;
  if (crowded || failure.code !== 'timeout') {
    return { ...failure, message: `${failure.message}; meanwhile it wrote ${stray}` };
  }
  return { code: 'protocol', message: broken(request, `${failure.message}, but ${stray}`) };
}

function broken({ op }: AdapterRequest, why: string): string {
  return `the adapter's reply to ${op} breaks the protocol: ${why}`;
}
