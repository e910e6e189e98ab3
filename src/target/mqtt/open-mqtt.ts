// A broker as the engine sees it: what is published to one topic, and what comes out of another.
import { createWaitingStore } from '../waiting-store.js';
import { dial } from './dial.js';
import { hostPort, mqttUrl } from './mqtt-url.js';
import { openPublisher } from './publisher.js';
import { openSubscription } from './subscription.js';
import { ownPrefix } from './topic.js';
import type { MqttLimits, MqttSettings, MqttTopics, OpenedMqtt } from './types.js';

/** As much as the harness keeps of a message anywhere. */
const MAX_BODY_BYTES = 1024 * 1024;

/** Messages kept; then the oldest is dropped. */
const CAPACITY = 10_000;

/**
 * Opens a connection that publishes, and one that is subscribed to the reply topic. Both come back when they are lost. Rejects
 * with an `MqttError` where that cannot be done in time, or where `signal` ends it; then nothing is left behind.
 */
export async function openMqtt(settings: MqttSettings, limits: MqttLimits): Promise<OpenedMqtt> {
  const { version, replyVersion = version, qos } = settings;
  const topics = topicsOf(settings);
  const store = createWaitingStore(CAPACITY);
  const until = performance.now() + limits.timeoutMs;
  let lost = 0;
  let interruptions = 0;

  const subscription = await openSubscription({
    ...limits,
    settings,
    version: replyVersion,
    filter: topics.reply,
    maxBodyBytes: MAX_BODY_BYTES,
    events: {
      onMessage: settings.onMessage ?? store.arrive,
      onLoss: () => {
        lost += 1;
      },
    },
    onInterruption: () => {
      interruptions += 1;
    },
  });
  const publisher = await openPublisher({
    ...limits,
    timeoutMs: Math.max(1, until - performance.now()),
    topic: topics.in,
    version,
    qos,
    connect: (connecting) => dial({ ...connecting, settings, version }),
    listening: subscription.ready,
  }).catch(async (error: unknown) => {
    await subscription.close();
    throw error;
  });

  let closing: Promise<unknown> | undefined;
  async function close(): Promise<void> {
    store.close();
    closing ??= Promise.all([publisher.close(), subscription.close()]);
    await closing;
  }
  const binding = version === 3 ? 'mqtt3' : 'mqtt5';
  return {
    target: {
      name: hostPort(settings),
      exchange(stimulus, options) {
        if (stimulus.binding !== binding) {
          throw new Error(`a message of ${stimulus.binding ?? 'http'} cannot be published over ${binding}`);
        }
        return publisher.exchange(stimulus, options);
      },
      interruptions: () => interruptions + publisher.interruptions(),
      close,
    },
    sink: {
      url: mqttUrl({ ...settings, version: replyVersion }, topics.reply),
      take: store.take,
      close,
      get dropped() {
        return store.dropped + lost;
      },
    },
    topics,
    close,
  };
}

function topicsOf({ in: into, reply }: MqttSettings): MqttTopics {
  const prefix = ownPrefix();
  return { in: into ?? `${prefix}/in`, reply: reply ?? `${prefix}/out` };
}
