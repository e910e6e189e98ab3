// A broker in this process, and whoever reads from it: what is published is handed to a consumer, and what that publishes in
// turn arrives where the harness listens. For the selftest, which has to run where there is no broker.
import type { Message, MqttMessage } from '../binding/types.js';
import type { MqttArrival, Sink, SinkMessage, Stimulus, Target } from '../target/types.js';
import { createWaitingStore } from '../target/waiting-store.js';

/** What a consumer publishes for a message that it reads. */
export type Consumer = (message: Message) => readonly Message[];

export interface BrokerInMemory {
  readonly target: Target;
  readonly sink: Sink;
}

const CAPACITY = 10_000;

/** A topic to publish to, a consumer behind it, and the topic that it replies to. */
export function brokerInMemory(consume: Consumer): BrokerInMemory {
  const store = createWaitingStore(CAPACITY);
  return {
    target: {
      name: 'a broker in memory',
      exchange(stimulus: Stimulus) {
        // After the acknowledgement, as over any broker.
        setImmediate(() => {
          for (const message of consume(stimulus)) store.arrive(arrivalOf(message));
        });
        return Promise.resolve({ reply: { kind: 'published' }, ms: 0 });
      },
      interruptions: () => 0,
      close: () => Promise.resolve(),
    },
    sink: { url: new URL('memory:'), take: store.take, close: () => Promise.resolve(store.close()) },
  };
}

/** As a subscriber gets it. */
function arrivalOf(message: Message): SinkMessage {
  switch (message.binding) {
    case undefined:
      return { ...message, method: 'POST', path: '/' };
    case 'kafka':
      return message;
    case 'mqtt5':
    case 'mqtt3':
      return published(message);
  }
}

const published = (message: MqttMessage): MqttArrival => ({ ...message, qos: 1 });
