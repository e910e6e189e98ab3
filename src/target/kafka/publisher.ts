// Publishes messages one by one, and waits for a broker that is gone until the time of the message is over.
import type { Producer } from 'kafkajs';
import type { KafkaMessage } from '../../binding/types.js';
import { aborted, failed } from '../transport-failure.js';
import type { Exchange, ExchangeOptions, Reply } from '../types.js';
import { causesOf, isDefect, isPassing, nameOf, typeOf } from './causes.js';
import { toRecord } from './record.js';
import { limitOf, overrunOf, pause, within } from './within.js';

export type Publish = (message: KafkaMessage, options: ExchangeOptions) => Promise<Exchange>;

/** Acknowledged by all replicas that have to be in sync. */
const ACKS_ALL = -1;

/** Between two attempts. */
const PAUSE_MS = 100;

const TOO_LARGE: ReadonlySet<string> = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE']);

/**
 * Publishes to `topic`. A message that was sent again, since nobody knows whether it had come through, may be there twice. What
 * the broker does with it is data; only faults of the harness reject. With `closing`, all is aborted.
 */
export function createPublisher(producer: Producer, topic: string, closing: AbortSignal): Publish {
  return async (message, { timeoutMs, signal }) => {
    const started = performance.now();
    const over = (reply: Reply): Exchange => ({ reply, ms: performance.now() - started });
    const limit = limitOf(timeoutMs, closing, signal);
    if (limit.signals.some((one) => one.aborted)) return over(aborted());
    const record = { topic, acks: ACKS_ALL, messages: [toRecord(message)] };
    let last: unknown;
    for (;;) {
      try {
        await within(
          producer.send({ ...record, timeout: Math.max(1, Math.ceil(limit.deadline - performance.now())) }),
          limit,
        );
        return over({ kind: 'published' });
      } catch (error) {
        const overrun = overrunOf(error);
        if (overrun === 'aborted') return over(aborted());
        if (overrun === 'late') return over(late(last, timeoutMs));
        const refusal = refused(error);
        if (refusal !== undefined) return over(refusal);
        if (causesOf(error).some(isDefect)) throw error;
        last = error;
      }
      await pause(PAUSE_MS, limit);
    }
  };
}

/** What a broker says of the message itself, and would say again. */
function refused(error: unknown): Reply | undefined {
  const type = typeOf(error);
  if (type === undefined || isPassing(error)) return undefined;
  return TOO_LARGE.has(type)
    ? failed('too-large', `the message is beyond what the broker takes (${type})`)
    : failed('broker', `the broker did not take the message (${type})`);
}

function late(last: unknown, timeoutMs: number): Reply {
  if (last === undefined) return failed('timeout', `the broker did not acknowledge the message within ${timeoutMs} ms`);
  const name = nameOf(last);
  return typeOf(last) === undefined
    ? failed('unreachable', `no connection to the broker for ${timeoutMs} ms (${name})`)
    : failed('timeout', `the broker could not take the message within ${timeoutMs} ms (${name})`);
}
