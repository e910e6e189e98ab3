// The adapter under check, with a record of the lines that went both ways.
import { ConformError, EXIT } from '../../engine/error.js';
import type { JsonValue } from '../../event/types.js';
import type { Ending } from '../../target/adapter/adapter-lives.js';
import { requestProblem } from '../../target/adapter/parse-reply.js';
import type { AdapterRequest } from '../../target/adapter/protocol.js';
import { startAdapter } from '../../target/adapter/start-adapter.js';
import type { Stray } from '../../target/adapter/watch.js';
import type { Asked } from './asked.js';

export interface Talk {
  /** Asks one thing, or several at a time. A line that is no reply ends it at once. */
  ask(...requests: readonly AdapterRequest[]): Promise<Asked>;
  /** The first hello: asked once, remembered. */
  hello(): Promise<Asked>;
  /** A line that is no reply and came after the last question was answered. */
  readonly leftover: Asked | undefined;
  finish(): Promise<Ending>;
}

export interface TalkOptions {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Lines of a record are cut here, in characters, and no more of them are kept. */
const [MOST_CHARACTERS, MOST_LINES] = [2000, 20];

/** A program that ends a second or two after its stdin does is fine; a virtual machine takes its time. */
const GRACE_MS = 5000;

/** Whoever interrupts a check does not want to wait. */
const HURRY_MS = 200;

export function startTalk(argv: readonly string[], options: TalkOptions): Talk {
  let [sent, seen]: [string[], string[]] = [[], []];
  let stray: Stray | undefined;
  let isTold = false;
  let stop = new AbortController();
  let greeting: Promise<Asked> | undefined;

  const keep = (lines: string[], line: string): void => {
    if (lines.length >= MOST_LINES) return;
    lines.push(line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line);
  };
  const adapter = startAdapter(argv, {
    restarts: 1,
    watch: {
      sent: (line) => keep(sent, line),
      received: (line) => keep(seen, line),
      stray: (line) => {
        stray ??= line;
        stop.abort();
      },
    },
  });

  async function ask(...requests: readonly AdapterRequest[]): Promise<Asked> {
    for (const request of requests) assertRight(request);
    [sent, seen] = [[], []];
    stray = undefined;
    isTold = false;
    stop = new AbortController();
    const asking = { timeoutMs: options.timeoutMs, signal: AbortSignal.any([options.signal, stop.signal]) };
    const exchanges = await Promise.all(requests.map((request) => adapter.ask(request, asking)));
    isTold = stray !== undefined;
    return record(exchanges);
  }

  function record(exchanges: Asked['exchanges']): Asked {
    return { exchanges, sent, seen, ...(stray !== undefined && { stray }) };
  }

  return {
    ask,
    hello() {
      greeting ??= ask({ op: 'hello', protocol: 1 });
      return greeting;
    },
    get leftover() {
      return stray === undefined || isTold ? undefined : record([]);
    },
    finish: () => adapter.finish(options.signal.aborted ? HURRY_MS : GRACE_MS),
  };
}

// An author is not to look for a fault that is ours.
function assertRight(request: AdapterRequest): void {
  const problem = requestProblem({ id: 1, ...request } as unknown as JsonValue);
  if (problem === undefined) return;
  throw new ConformError({
    code: 'adapter.request',
    message: `failed to ask the adapter: our own request ${request.op} breaks the protocol: ${problem}`,
    hint: 'please report this',
    exit: EXIT.harness,
  });
}
