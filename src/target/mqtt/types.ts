// What it takes to reach an MQTT broker, and what it gives when it is open.
import type { MqttArrival, Sink, Target } from '../types.js';

/** 3 is MQTT 3.1.1. */
export type MqttVersion = 3 | 5;
export type Qos = 0 | 1 | 2;

/** What an `mqtt://` URL says. */
export interface MqttAddress {
  /** A name or an address, IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly username?: string;
  readonly password?: string;
  readonly version: MqttVersion;
  /** Of messages that name none themselves. */
  readonly qos: Qos;
  /** The topic that messages are published to. Absent: one of this run's own. */
  readonly in?: string;
  /** The topic that the target replies to. Absent: one of this run's own. */
  readonly reply?: string;
}

export interface MqttSettings extends MqttAddress {
  /** PEM text of the authorities that are trusted instead of the usual ones. */
  readonly ca?: string;
  /** Any certificate is good enough. */
  readonly insecure?: boolean;
  /** Hears every message of the reply topic; none is kept for the sink then. */
  readonly onMessage?: (message: MqttArrival) => void;
  /** The version of the subscriber, where it is not that of the publisher. */
  readonly replyVersion?: MqttVersion;
}

export interface MqttLimits {
  /** For opening, not for the messages. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** Where on a broker. Equal where the broker is to be looked at alone. */
export interface MqttTopics {
  readonly in: string;
  readonly reply: string;
}

/** A sink that also says how many messages it did not keep: too large, unreadable, or without room. */
export interface MqttSink extends Sink {
  readonly dropped: number;
}

/** A broker that is written to and read from. */
export interface OpenedMqtt {
  /** Takes MQTT messages of the version of the settings, and publishes them to the topic `in`. Its `close` is that of all. */
  readonly target: Target;
  /** What came to the topic `reply` since it was opened, and nothing retained. */
  readonly sink: MqttSink;
  readonly topics: MqttTopics;
  /** Ends both connections. Never rejects. */
  close(): Promise<void>;
}
