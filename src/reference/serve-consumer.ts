// Serves the reference as a consumer over a broker: what it reads from one topic, it publishes to another.
import type { Message } from '../binding/types.js';
import type { Target } from '../target/types.js';
import { consumeWith, type ReplyMode } from './consumer.js';
import type { Fault } from './fault.js';

/** Opens the way: `onMessage` hears whatever comes to the one topic, the target publishes to the other. */
export type OpenPipe<Pipe extends OpenedPipe> = (onMessage: (message: Message) => void) => Promise<Pipe>;

export interface OpenedPipe {
  readonly target: Pick<Target, 'exchange'>;
  close(): Promise<unknown>;
}

export interface ServeConsumerOptions {
  readonly faults?: readonly Fault[];
  /** Default: structured. */
  readonly reply?: ReplyMode;
  /** The deadline of one publication, in milliseconds. */
  readonly timeoutMs: number;
}

/** Replies stay in the order of what they reply to. Rejects as `open` does. */
export async function serveConsumer<Pipe extends OpenedPipe>(
  open: OpenPipe<Pipe>,
  { faults = [], reply = 'structured', timeoutMs }: ServeConsumerOptions,
): Promise<Pipe> {
  const early: Message[] = [];
  let publish: ((message: Message) => void) | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const pipe = await open((message) => {
    for (const answer of consumeWith(message, faults, reply)) {
      if (publish === undefined) early.push(answer);
      else publish(answer);
    }
  });
  publish = (message) => {
    if (message.binding === undefined) return;
    last = last.then(() => pipe.target.exchange(message, { timeoutMs })).catch(() => undefined);
  };
  for (const message of early) publish(message);
  return {
    ...pipe,
    async close() {
      await last;
      await pipe.close();
    },
  };
}
