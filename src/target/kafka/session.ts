// One stay at a cluster, whatever it is for: its clients, its topics and its reader, of which the end leaves nothing.
import type { Admin, Kafka } from 'kafkajs';
import type { KafkaMessage } from '../../binding/types.js';
import { withAdmin } from './admin.js';
import { createClient } from './client.js';
import { endsOf } from './ends-of.js';
import { explainFailure } from './explain-failure.js';
import { createReader, type Offsets, type Reader } from './reader.js';
import { makeTopics } from './topics.js';
import type { KafkaLimits, KafkaSettings } from './types.js';
import { createWire } from './wire.js';
import { type Limit, limitOf, pause, within } from './within.js';

export interface Session {
  /** Fails at once where something fails, and loses no connection that it does not tell of. */
  readonly kafka: Kafka;
  /** The name of a topic that exists: the one given, or one of this stay's own. */
  ensureTopic(name: string | undefined, suffix: string): Promise<string>;
  /** Reads all that comes to a topic from now on. What cannot be read is passed over, and interrupts. */
  read(topic: string, onMessage: (message: KafkaMessage) => void, onUnreadable?: Unreadable): Promise<void>;
  /** Of reading and writing together. */
  interruptions(): number;
  /** Resolves when all that `topic` holds at this moment was read, or at the limit. Never rejects. */
  catchUp(topic: string, limit: Limit): Promise<void>;
  /** Gives the names of topics that are left behind. Never rejects. */
  close(): Promise<readonly string[]>;
}

/** Is told of how many records could not be read. */
export type Unreadable = (records: number) => void;

/** How often it is looked whether all was read. */
const LOOK_MS = 20;

/** A broker that was started anew is there again by then. */
const MOST_CLOSE_MS = 15_000;

const RETRY_MS = 200;

/**
 * Connects, and prepares what is wanted of the session. Where that fails, whatever was made is removed before it rejects, with
 * a `KafkaError` unless the fault is the harness's own.
 */
export async function openSession<T>(
  settings: KafkaSettings,
  { timeoutMs, signal }: KafkaLimits,
  prepare: (session: Session) => Promise<T>,
): Promise<T> {
  const limit = limitOf(timeoutMs, signal);
  const wire = createWire(settings);
  // That its connections come to an end interrupts nothing.
  const adminWire = createWire(settings);
  const [kafka, kafkaOfAdmin] = await Promise.all([
    createClient(settings, wire, timeoutMs),
    createClient(settings, adminWire, timeoutMs),
  ]);
  const admin = kafkaOfAdmin.admin();
  const topics = makeTopics(admin, limit);
  let reader: Reader | undefined;
  let closed: Promise<readonly string[]> | undefined;

  async function close(): Promise<readonly string[]> {
    const end = limitOf(Math.min(timeoutMs, MOST_CLOSE_MS));
    await reader?.close(end);
    wire.end();
    await within(topics.settled(), end).catch(() => undefined);
    adminWire.end();
    const groups = reader?.groups() ?? [];
    while (topics.made().length + groups.length > 0 && performance.now() < end.deadline) {
      const isDone = await withAdmin(settings, end, (own) => remove(own, groups, end)).catch(() => false);
      if (isDone) break;
      await pause(RETRY_MS, end);
    }
    return topics.made();
  }

  async function remove(own: Admin, groups: readonly string[], end: Limit): Promise<boolean> {
    // A group that holds nothing goes by itself, at the latest when its lost members are given up.
    if (groups.length > 0) await own.deleteGroups([...groups]).catch(() => undefined);
    await topics.remove(own, end);
    return topics.made().length === 0;
  }

  const session: Session = {
    kafka,
    ensureTopic: topics.ensure,
    async read(topic, onMessage, onUnreadable = () => undefined) {
      const from = await endsOf(admin, topic, limit);
      const ends = (): Promise<Offsets> => {
        const until = limitOf(timeoutMs);
        return withAdmin(settings, until, (own) => endsOf(own, topic, until));
      };
      reader = createReader(kafka, { topic, from, onMessage, onUnreadable, ends, timeoutMs });
      await reader.start(limit);
    },
    interruptions: () => wire.lost() + (reader?.interruptions() ?? 0),
    async catchUp(topic, until) {
      const ends = await withAdmin(settings, until, (own) => endsOf(own, topic, until)).catch(() => undefined);
      while (ends !== undefined && reader?.hasRead(ends) === false && performance.now() < until.deadline) {
        await pause(LOOK_MS, until);
      }
    },
    close: () => (closed ??= close()),
  };

  try {
    await within(admin.connect(), limit);
    // Before anything is made: who may not come in is told so here, and there is nothing to remove.
    await within(admin.describeCluster(), limit);
    const prepared = await within(prepare(session), limit);
    await within(admin.disconnect(), limit);
    return prepared;
  } catch (error) {
    const what = `open Kafka at ${settings.brokers.join(', ')}`;
    const explained = explainFailure(error, adminWire.fault() ?? wire.fault(), { settings, timeoutMs, what });
    await session.close();
    throw explained;
  }
}
