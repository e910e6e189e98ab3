// A consumer or a pipeline over Kafka as the engine sees it: messages go to one topic, and what comes out of another is found
// by the token in it.
import { createInbox } from '../inbox.js';
import { createPublisher } from './publisher.js';
import { openSession } from './session.js';
import type { KafkaLimits, KafkaSettings, OpenedKafka } from './types.js';

/**
 * Opens a cluster: what is not named is made, and the reply topic is read from its end on. Rejects with a `KafkaError` within
 * `timeoutMs` (and as much again where something has to be removed), and leaves nothing behind then.
 */
export function openKafka(settings: KafkaSettings, limits: KafkaLimits): Promise<OpenedKafka> {
  return openSession(settings, limits, async (session) => {
    const topics = {
      in: await session.ensureTopic(settings.in, 'in'),
      reply: await session.ensureTopic(settings.reply, 'out'),
    };
    const inbox = createInbox();
    await session.read(topics.reply, inbox.arrive);
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
