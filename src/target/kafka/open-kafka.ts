// A consumer or a pipeline over Kafka as the engine sees it: messages go to one topic, and what comes out of another is found
// by the token in it.
import { createWaitingStore } from '../waiting-store.js';
import { createPublisher } from './publisher.js';
import { openSession } from './session.js';
import type { KafkaLimits, KafkaSettings, OpenedKafka } from './types.js';

/** Messages kept; then the oldest is dropped. */
const CAPACITY = 10_000;

/**
 * Opens a cluster: what is not named is made, and the reply topic is read from its end on. Rejects with a `KafkaError` within
 * `timeoutMs` (and as much again where something has to be removed), and leaves nothing behind then.
 */
export function openKafka(settings: KafkaSettings, limits: KafkaLimits): Promise<OpenedKafka> {
  return openSession(settings, limits, async (session) => {
    const into = await session.ensureTopic(settings.in, 'in');
    const topics = {
      in: into,
      reply: settings.isRelay === true ? into : await session.ensureTopic(settings.reply, 'out'),
    };
    const inbox = createWaitingStore(CAPACITY);
    await session.read(topics.reply, settings.onMessage ?? inbox.arrive);
    const { Partitioners } = await import('kafkajs').then(({ default: kafkajs }) => kafkajs);
    const producer = session.kafka.producer({
      // Named, since kafkajs writes a warning where it is not.
      createPartitioner: Partitioners.DefaultPartitioner,
      allowAutoTopicCreation: false,
      idempotent: false,
    });
    await producer.connect();
    const closing = new AbortController();
    const publish = createPublisher(producer, topics.in, closing.signal);

    async function close(): Promise<readonly string[]> {
      closing.abort();
      inbox.close();
      return session.close();
    }
    return {
      topics,
      close,
      target: {
        name: settings.brokers.join(','),
        exchange(stimulus, exchangeOptions) {
          if (stimulus.binding === 'kafka') return publish(stimulus, exchangeOptions);
          throw new Error(`a message of ${stimulus.binding ?? 'http'} cannot be sent over Kafka`);
        },
        interruptions: session.interruptions,
        close: async () => void (await close()),
      },
      sink: {
        url: new URL(`kafka://${settings.brokers[0] ?? ''}/${topics.reply}`),
        take: inbox.take,
        close: async () => void (await close()),
        get dropped() {
          return inbox.dropped;
        },
      },
    };
  });
}
