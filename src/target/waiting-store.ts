// Where messages arrive and somebody waits for them: a token store with patience.
import { createTokenStore, holdsToken } from './token-store.js';
import type { Sink, SinkMessage } from './types.js';

export interface WaitingStore {
  /** Files a message, and wakes who waits for it. */
  arrive(message: SinkMessage): void;
  /** Resolves with what is there when enough came, the time is over, the signal fires or the store is closed. */
  readonly take: Sink['take'];
  /** Nobody waits any longer, from now on. */
  close(): void;
  /** How many messages were dropped so far. */
  readonly dropped: number;
}

interface Waiter {
  readonly token: string;
  readonly count: number;
  readonly done: () => void;
}

/** A store of at most `capacity` messages; then the oldest is dropped. */
export function createWaitingStore(capacity: number): WaitingStore {
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
