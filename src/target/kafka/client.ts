// kafkajs, loaded when a cluster is opened and never before, and told to be quiet and quick: what it would retry on its own
// account, with growing pauses and without end or deadline, is retried here.
import type { Kafka } from 'kafkajs';
import type { KafkaSettings } from './types.js';
import type { Wire } from './wire.js';

/** Longer than any broker that is well needs for anything. */
const MOST_REQUEST_MS = 30_000;

const MOST_CONNECT_MS = 10_000;

/** A client that writes nothing, and that fails at the first failure but for one that passes within a moment. */
export async function createClient(settings: KafkaSettings, wire: Wire, timeoutMs: number): Promise<Kafka> {
  // It is CommonJS: its names are in the default export.
  const { default: kafkajs } = await import('kafkajs');
  const { brokers, sasl } = settings;
  return new kafkajs.Kafka({
    clientId: 'ce-conform',
    brokers: [...brokers],
    // Any: it makes the sockets itself where this is absent. How they are secured is the matter of the wire.
    socketFactory: wire.socketFactory,
    ...(sasl !== undefined && { sasl: saslOf(sasl) }),
    connectionTimeout: Math.min(timeoutMs, MOST_CONNECT_MS),
    authenticationTimeout: Math.min(timeoutMs, MOST_CONNECT_MS),
    requestTimeout: Math.min(timeoutMs, MOST_REQUEST_MS),
    enforceRequestTimeout: true,
    retry: { retries: 0, initialRetryTime: 50, maxRetryTime: 500 },
    logLevel: kafkajs.logLevel.NOTHING,
    logCreator: () => () => undefined,
  });
}

type Sasl = NonNullable<KafkaSettings['sasl']>;

// Written out by mechanism, since kafkajs has a type for each.
function saslOf({ mechanism, username, password }: Sasl) {
  switch (mechanism) {
    case 'plain':
      return { mechanism, username, password } as const;
    case 'scram-sha-256':
      return { mechanism, username, password } as const;
    case 'scram-sha-512':
      return { mechanism, username, password } as const;
  }
}
