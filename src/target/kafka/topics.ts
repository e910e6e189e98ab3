// The topics of a run: those that were named, and those that are its own. What it made, it removes.
import { randomBytes } from 'node:crypto';
import type { Admin } from 'kafkajs';
import { isPassing, nameOf, typeOf } from './causes.js';
import { kafkaError } from './kafka-problem.js';
import { type Limit, pause, within } from './within.js';

export interface MadeTopics {
  /** The name of a topic that exists now: the one given, or one of this run's own, that ends with `suffix`. */
  ensure(name: string | undefined, suffix: string): Promise<string>;
  /** Resolves when no request to make one is under way, so that none is made after it was removed. Never rejects. */
  settled(): Promise<void>;
  /** What was made and is not removed yet. */
  made(): readonly string[];
  /** Removes what was made, as far as that is possible within the limit. Never rejects. */
  remove(admin: Admin, limit: Limit): Promise<void>;
}

/** So long a cluster takes at most to tell all its parts of a topic. */
const SETTLE_MS = 100;

/** Topics made through `admin`, which may be closed once they are. */
export function makeTopics(admin: Admin, limit: Limit): MadeTopics {
  const run = randomBytes(6).toString('hex');
  const made = new Set<string>();
  let underWay: Promise<unknown> = Promise.resolve();

  async function create(topic: string): Promise<boolean> {
    const topics = [{ topic, numPartitions: 1, replicationFactor: 1 }];
    return persist(() => {
      const creating = admin.createTopics({ topics, waitForLeaders: false, timeout: timeoutOf(limit) });
      underWay = creating;
      return creating;
    }, limit);
  }

  /** What may have been made by a request that was not answered is as good as made. */
  async function createOwn(topic: string): Promise<void> {
    made.add(topic);
    try {
      await create(topic);
    } catch (error) {
      if (typeOf(error) !== undefined && typeOf(error) !== 'REQUEST_TIMED_OUT') made.delete(topic);
      throw typeOf(error) === undefined ? error : missing(topic, error);
    }
  }

  async function ensureNamed(name: string): Promise<void> {
    if (await exists(admin, name, limit)) return;
    try {
      // Who made it in the meantime keeps it.
      if (await create(name)) made.add(name);
    } catch (error) {
      if (typeOf(error) === undefined) throw error;
      throw missing(name, error);
    }
  }

  return {
    async ensure(name, suffix) {
      const topic = name ?? `ce-conform-${run}-${suffix}`;
      if (name === undefined) {
        await createOwn(topic);
      } else {
        await ensureNamed(name);
      }
      while (!(await exists(admin, topic, limit))) await pause(SETTLE_MS, limit);
      return topic;
    },
    settled: () =>
      underWay.then(
        () => undefined,
        () => undefined,
      ),
    made: () => [...made],
    async remove(remover, until) {
      for (const topic of made) if (await isRemoved(remover, topic, until)) made.delete(topic);
    },
  };
}

/** Whether a topic is there and has leaders for all its partitions. Waits for those. */
async function exists(admin: Admin, topic: string, limit: Limit): Promise<boolean> {
  return persist(async () => {
    try {
      const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
      return topics.length > 0;
    } catch (error) {
      if (typeOf(error) === 'UNKNOWN_TOPIC_OR_PARTITION') return false;
      throw error;
    }
  }, limit);
}

async function isRemoved(admin: Admin, topic: string, limit: Limit): Promise<boolean> {
  try {
    await persist(async () => {
      try {
        await admin.deleteTopics({ topics: [topic], timeout: timeoutOf(limit) });
      } catch (error) {
        if (typeOf(error) !== 'UNKNOWN_TOPIC_OR_PARTITION') throw error;
      }
    }, limit);
    return true;
  } catch {
    return false;
  }
}

/** Tries again while a broker says of a failure that it may pass. A failure of the connection is for others to explain. */
async function persist<T>(attempt: () => Promise<T>, limit: Limit): Promise<T> {
  for (;;) {
    try {
      return await within(attempt(), limit);
    } catch (error) {
      if (typeOf(error) === undefined || !isPassing(error)) throw error;
      await pause(SETTLE_MS, limit);
    }
  }
}

const timeoutOf = ({ deadline }: Limit): number => Math.max(1, Math.ceil(deadline - performance.now()));

function missing(topic: string, error: unknown): Error {
  return kafkaError(
    {
      code: 'kafka.topic',
      message: `failed to find the topic ${topic}: there is none, and the broker does not make it (${nameOf(error)})`,
      hint: 'make it, name another, or let this user create topics',
    },
    error,
  );
}
