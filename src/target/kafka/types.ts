// What it takes to reach a Kafka cluster, and what it gives when it is open.
import type { Sink, Target } from '../types.js';

export const SASL_MECHANISMS = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;
export type SaslMechanism = (typeof SASL_MECHANISMS)[number];

/** What a `kafka://` URL says. */
export interface KafkaAddress {
  /** `HOST:PORT`, at least one. */
  readonly brokers: readonly string[];
  readonly tls: boolean;
  readonly sasl?: { readonly mechanism: SaslMechanism; readonly username: string; readonly password: string };
  /** The topic that messages are sent to. Absent: one of this run's own. */
  readonly in?: string;
  /** The topic that the target replies to. Absent: one of this run's own. */
  readonly reply?: string;
}

export interface KafkaSettings extends KafkaAddress {
  /** PEM text of the authorities that are trusted instead of the usual ones. */
  readonly ca?: string;
  /** Any certificate is good enough. */
  readonly insecure?: boolean;
}

export interface KafkaLimits {
  /** For opening, for the removal of what is not to be left, and for no message. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** Where in a cluster. Equal where a broker is to be looked at alone. */
export interface KafkaTopics {
  readonly in: string;
  readonly reply: string;
}

/** A sink that also says for how many messages it had no room. */
export interface KafkaSink extends Sink {
  readonly dropped: number;
}

/** A cluster that is written to and read from. */
export interface OpenedKafka {
  /** Takes Kafka messages, and publishes them to the topic `in`. Its `close` is that of all. */
  readonly target: Target;
  /** What came to the topic `reply` since it was opened, and nothing older. */
  readonly sink: KafkaSink;
  readonly topics: KafkaTopics;
  /** Ends all clients and removes what was made for them. Gives the names of what could not be removed. Never rejects. */
  close(): Promise<readonly string[]>;
}
