// A connection that comes back: when it is lost, another is made, again and again, until the line is closed.

import { pause } from '../pause.js';
import type { Connection } from './connection.js';

/** What a connection is made with. */
export interface Connecting {
  /** Called once, when the connection is lost. */
  readonly onLost: () => void;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export interface LineOptions {
  /** Makes a connection, or rejects in time. */
  readonly connect: (connecting: Connecting) => Promise<Connection>;
  /** Is told of each loss. */
  readonly onLost: () => void;
  /** For the first connection, as the signal is. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

export interface Line {
  /** Resolves with the connection, or with the next one where there is none now. Never rejects; never settles once closed. */
  ready(): Promise<Connection>;
  /** After a loss: whether the very next attempt succeeded, so that the broker had not gone away. */
  cameBackAtOnce(): Promise<boolean>;
  close(): Promise<void>;
}

/** Pauses between attempts, in milliseconds: the first, and the longest. Each is twice the one before. */
const PAUSES = { first: 50, longest: 1000 } as const;

/** A broker that is well agrees within a moment. One attempt must not use up the time of all that wait for it. */
const MOST_ATTEMPT_MS = 5000;

/** Rejects where the first connection cannot be made. */
export async function openLine({ connect, onLost, timeoutMs, signal }: LineOptions): Promise<Line> {
  const over = new AbortController();
  const again = { onLost: lose, timeoutMs: Math.min(timeoutMs, MOST_ATTEMPT_MS), signal: over.signal };
  /** The next attempt after the last loss. */
  let first: Promise<Connection | undefined> | undefined;
  let current: Promise<Connection> | undefined;

  async function attempt(): Promise<Connection | undefined> {
    try {
      const connection = await connect(again);
      if (!over.signal.aborted) return connection;
      await connection.end();
    } catch {
      // The broker is not there yet, or does not want us yet.
    }
    return undefined;
  }

  async function insist(): Promise<Connection> {
    for (let ms: number = PAUSES.first; ; ms = Math.min(ms * 2, PAUSES.longest)) {
      await pause(ms, over.signal);
      if (over.signal.aborted) return new Promise(() => undefined);
      const connection = await attempt();
      if (connection !== undefined) return connection;
    }
  }
  function lose(): void {
    if (over.signal.aborted) return;
    first = attempt();
    current = first.then((connection) => connection ?? insist());
    onLost();
  }

  const opening = signal === undefined ? over.signal : AbortSignal.any([signal, over.signal]);
  const connection = await connect({ onLost: lose, timeoutMs, signal: opening });
  // It may be lost already, and then another is on its way.
  const ready = (): Promise<Connection> => current ?? Promise.resolve(connection);

  return {
    ready,
    cameBackAtOnce: async () => (await first) !== undefined,
    async close() {
      over.abort();
      const last = await Promise.race([ready(), Promise.resolve(undefined)]);
      await last?.end();
    },
  };
}
