// Messages that arrived, handed out by the token inside them to whoever waits. What brings them is another's matter.
import { createTokenStore, holdsToken } from './token-store.js';
import type { Sink, SinkMessage } from './types.js';

export interface Inbox extends Pick<Sink, 'take'> {
  arrive(message: SinkMessage): void;
  /** From now on, nobody waits: `take` resolves at once with what is there. */
  close(): void;
  /** How many messages had no room. */
  readonly dropped: number;
}

interface Waiter {
  readonly token: string;
  readonly count: number;
  readonly done: () => void;
}

/** Messages kept by default. */
const DEFAULT_CAPACITY = 10_000;

/**
 * `take` resolves with what is there when enough came, the time is over, the signal fires or the inbox is closed. When
 * `capacity` messages are there, the oldest is dropped for the next.
 */
export function createInbox(capacity: number = DEFAULT_CAPACITY): Inbox {
  const store = createTokenStore(capacity);
  const waiters = new Set<Waiter>();
  let isClosed = false;
  return {
    arrive(message) {
      const stored = store.add(message);
      for (const waiter of waiters) {
        if (holdsToken(stored, waiter.token) && store.count(waiter.token) >= waiter.count) waiter.done();
      }
    },
    take(token, { count, timeoutMs, signal }) {
      if (store.count(token) >= count || signal?.aborted === true || isClosed) {
        return Promise.resolve(store.take(token));
      }
      return new Promise((resolve) => {
        const done = (): void => {
          waiters.delete(waiter);
          clearTimeout(timer);
          signal?.removeEventListener('abort', done);
          resolve(store.take(token));
        };
        const waiter: Waiter = { token, count, done };
        const timer = setTimeout(done, timeoutMs);
        signal?.addEventListener('abort', done);
        waiters.add(waiter);
      });
    },
    close() {
      isClosed = true;
      for (const waiter of waiters) waiter.done();
    },
    get dropped() {
      return store.dropped;
    },
  };
}
