// What arrives at the sink for each event. A target may gather many events in one batch, and a message is taken out of the sink by
// one token: the other events in it are handed to those who wait for them.
import { unwatchAbort, watchAbort } from '../../target/abort-watch.js';
import type { Sink, SinkMessage } from '../../target/types.js';
import { type Emerged, emergedIn } from './came-out.js';

export interface Arrivals {
  /** What came for the token, as soon as anything did; nothing when the time was over or the signal fired. */
  waitFor(token: string): Promise<readonly Emerged[]>;
  /** What has come for it by now. */
  look(token: string): Promise<readonly Emerged[]>;
}

export interface ArrivalsOptions {
  readonly sink: Pick<Sink, 'take'>;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** What nobody waits for yet is kept as long as the sink keeps its messages, and no longer. */
const MOST_HANDED = 10_000;

const TOKEN = /^t[0-9a-z]{12}$/;

export function createArrivals({ sink, timeoutMs, signal }: ArrivalsOptions): Arrivals {
  const handed = new Map<string, readonly Emerged[]>();
  const waiting = new Map<string, () => void>();

  function handOn(token: string, emerged: Emerged): void {
    handed.set(token, [...(handed.get(token) ?? []), emerged]);
    waiting.get(token)?.();
    const [oldest] = handed.keys();
    if (handed.size > MOST_HANDED && oldest !== undefined) handed.delete(oldest);
  }

  function takeHanded(token: string): readonly Emerged[] {
    const emerged = handed.get(token) ?? [];
    handed.delete(token);
    return emerged;
  }

  function read(message: SinkMessage, token: string): readonly Emerged[] {
    const emerged = emergedIn(message);
    const own: Emerged[] = [];
    for (const one of emerged) {
      const id = one.kind === 'event' ? one.event.attributes.get('id') : undefined;
      if (emerged.length > 1 && typeof id === 'string' && id !== token && TOKEN.test(id)) handOn(id, one);
      else own.push(one);
    }
    return own;
  }

  async function look(token: string): Promise<readonly Emerged[]> {
    const messages = await sink.take(token, { count: 0, timeoutMs: 0 });
    return [...messages.flatMap((message) => read(message, token)), ...takeHanded(token)];
  }

  return {
    look,
    async waitFor(token) {
      if (handed.has(token)) return look(token);
      const own = new AbortController();
      const watcher = { onAbort: () => own.abort() };
      if (signal.aborted) own.abort();
      else watchAbort(signal, watcher);
      waiting.set(token, watcher.onAbort);
      const messages = await sink.take(token, { count: 1, timeoutMs, signal: own.signal });
      waiting.delete(token);
      unwatchAbort(signal, watcher);
      return [...messages.flatMap((message) => read(message, token)), ...takeHanded(token)];
    },
  };
}
