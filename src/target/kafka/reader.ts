// Reads a topic from a fixed place on, each record once, whatever becomes of the connection. No offset is committed: the
// place is known here, and after each interruption reading goes on from there.
import { randomBytes } from 'node:crypto';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import type { KafkaMessage } from '../../binding/types.js';
import { causesOf, isPassing, nameOf, typeOf } from './causes.js';
import { fromRecord } from './record.js';
import { type Limit, limitOf, overrunOf, pause, within } from './within.js';

/** The next offset to be read, by partition. */
export type Offsets = ReadonlyMap<number, bigint>;

export interface Reader {
  /** Resolves when every record that comes from now on will be read. Rejects with the error of kafkajs, or at the limit. */
  start(limit: Limit): Promise<void>;
  /** How often it had to begin anew or was given its partitions anew. */
  interruptions(): number;
  /** Whether all before these offsets was read. */
  hasRead(ends: Offsets): boolean;
  /** Consumer groups that it made. */
  groups(): readonly string[];
  /** Reads no more. Leaves its group as far as that is possible at once. */
  close(limit: Limit): Promise<void>;
}

export interface ReaderOptions {
  readonly topic: string;
  readonly from: Offsets;
  readonly onMessage: (message: KafkaMessage) => void;
  /** So many records could not be read, and were passed over. */
  readonly onUnreadable: (records: number) => void;
  /** Where the topic ends at this moment. */
  readonly ends: () => Promise<Offsets>;
  /** For the first join, and for each after it. */
  readonly timeoutMs: number;
}

/** So long a broker may wait for a record before it answers that there is none: also the time that an end has to wait. */
const POLL_MS = 200;

/** What kafkajs makes of whatever a broker says when it is asked for the coordinator of a group. */
export const NO_COORDINATOR = 'KafkaJSGroupCoordinatorNotFound';

/** What kafkajs makes of a broker that coordinates the group not yet, or no more, and of a group that is being formed. */
const NOT_YET = 'KafkaJSError';

/** Between two attempts to join. */
const PAUSE_MS = 200;

/** A reader that has not begun. It may be closed at any time, also while it begins. */
export function createReader(kafka: Kafka, options: ReaderOptions): Reader {
  const { topic, onMessage, onUnreadable, ends, timeoutMs } = options;
  const next = new Map(options.from);
  const groups: string[] = [];
  const closing = new AbortController();
  let consumer: Consumer | undefined;
  let joining: Promise<void> = Promise.resolve();
  let interruptions = 0;

  async function takeBatch({ batch: { partition, messages } }: EachBatchPayload): Promise<void> {
    for (const message of messages) {
      const offset = BigInt(message.offset);
      if (offset < (next.get(partition) ?? 0n)) continue;
      next.set(partition, offset + 1n);
      if (!closing.signal.aborted) onMessage(fromRecord(message));
    }
  }

  /** A group of its own each time: the old one may still wait for a member that is gone. */
  async function joinAnew(): Promise<void> {
    const groupId = `ce-conform-${randomBytes(8).toString('hex')}`;
    groups.push(groupId);
    const joiner = kafka.consumer({
      groupId,
      maxWaitTimeInMs: POLL_MS,
      allowAutoTopicCreation: false,
      retry: { retries: 2, initialRetryTime: 50, maxRetryTime: 500, restartOnFailure: () => Promise.resolve(false) },
    });
    consumer = joiner;
    let hasJoined = false;
    const joined = new Promise<void>((resolve, reject) => {
      joiner.on(joiner.events.GROUP_JOIN, ({ payload }) => {
        // Before the first record is asked for: kafkajs would begin with those that come later.
        for (const partition of payload.memberAssignment[topic] ?? []) {
          joiner.seek({ topic, partition, offset: String(next.get(partition) ?? 0n) });
        }
        if (hasJoined) interruptions += 1;
        hasJoined = true;
        resolve();
      });
      joiner.on(joiner.events.CRASH, ({ payload }) => {
        reject(payload.error);
        if (hasJoined && consumer === joiner) void comeBack(isUnreadable(payload.error));
      });
    });
    joined.catch(() => undefined);
    await joiner.connect();
    await joiner.subscribe({ topic });
    await joiner.run({ autoCommit: false, eachBatch: takeBatch });
    await joined;
  }

  function join(): Promise<void> {
    joining = joinAnew();
    return joining;
  }

  /** A cluster that never had a consumer group first makes a place for them. */
  async function start(limit: Limit): Promise<void> {
    for (;;) {
      try {
        return await within(join(), limit);
      } catch (error) {
        // What was given up may still join, and is waited for by whoever closes.
        if (overrunOf(error) !== undefined) throw error;
        discard(consumer);
        const isSettling =
          [NO_COORDINATOR, NOT_YET].includes(nameOf(error)) || (typeOf(error) !== undefined && isPassing(error));
        if (!isSettling || performance.now() + PAUSE_MS >= limit.deadline) throw error;
      }
      await pause(PAUSE_MS, limit);
    }
  }

  /** Which of the records could not be read is not known, only that none that is there already will be. */
  async function passOver(limit: Limit): Promise<void> {
    let passed = 0n;
    for (const [partition, end] of await within(ends(), limit)) {
      passed += end - (next.get(partition) ?? 0n);
      next.set(partition, end);
    }
    onUnreadable(Number(passed));
  }

  async function comeBack(isOverUnreadable: boolean): Promise<void> {
    interruptions += 1;
    let isToPass = isOverUnreadable;
    while (!closing.signal.aborted) {
      discard(consumer);
      const attempt = limitOf(timeoutMs, closing.signal);
      try {
        if (isToPass) await passOver(attempt);
        isToPass = false;
        return await within(join(), attempt);
      } catch {
        await pause(PAUSE_MS, attempt);
      }
    }
  }

  return {
    start,
    interruptions: () => interruptions,
    hasRead: (ends) => [...ends].every(([partition, end]) => (next.get(partition) ?? 0n) >= end),
    groups: () => groups,
    async close(end) {
      closing.abort();
      // Who leaves before it has joined is waited for by the others of its group, and the group stays.
      await within(joining, end).catch(() => undefined);
      await within(consumer?.disconnect() ?? Promise.resolve(), end).catch(() => undefined);
    },
  };
}

/** kafkajs knows gzip alone. */
const isUnreadable = (error: unknown): boolean => causesOf(error).some(({ name }) => name === 'KafkaJSNotImplemented');

function discard(consumer: Consumer | undefined): void {
  consumer?.disconnect().catch(() => undefined);
}
