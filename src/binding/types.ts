// Messages of the protocol bindings, as far as the bindings speak about them.

/** The protocol bindings. MQTT 3.1.1 and 5 have the same text and different messages. */
export const BINDINGS = ['http', 'kafka', 'mqtt5', 'mqtt3'] as const;
export type Binding = (typeof BINDINGS)[number];

/** The content modes, section 1.3 of each binding. */
export type ContentMode = 'binary' | 'structured' | 'batch';

/**
 * A header line of HTTP, a record header of Kafka or a user property of MQTT 5. A value holds one character for each byte
 * (U+0000 to U+00FF), so that no byte is lost or guessed at; in HTTP without the white space around it. A name is text.
 */
export type HeaderLine = readonly [name: string, value: string];

/** What an HTTP request and an HTTP response have in common, as far as the binding is concerned (section 3). */
export interface HttpMessage {
  readonly binding?: undefined;
  readonly headers: readonly HeaderLine[];
  readonly body: Uint8Array;
}

/** A Kafka record (Kafka binding, section 3). */
export interface KafkaMessage {
  readonly binding: 'kafka';
  readonly headers: readonly HeaderLine[];
  /** Names of headers whose value is null; they are not among `headers`. */
  readonly nullHeaders?: readonly string[];
  /** The record value. */
  readonly body: Uint8Array;
  /** The record value is null, and `body` is empty. */
  readonly isNull?: true;
  /** Absent for a null key. */
  readonly key?: Uint8Array;
}

/** An MQTT PUBLISH (MQTT binding, section 3). Of 3.1.1 there is the payload alone. */
export interface MqttMessage {
  readonly binding: 'mqtt5' | 'mqtt3';
  /** User properties. */
  readonly headers: readonly HeaderLine[];
  /** The payload. */
  readonly body: Uint8Array;
  /** The Content Type property, as text. */
  readonly contentType?: string;
  /** The Payload Format Indicator. */
  readonly payloadFormat?: 0 | 1;
}

export type Message = HttpMessage | KafkaMessage | MqttMessage;

export const bindingOf = ({ binding }: Message): Binding => binding ?? 'http';

/** What a message holds: one event in binary and structured mode, any number in batched mode. */
export interface MessageEvents<Event> {
  readonly mode: ContentMode;
  readonly events: readonly Event[];
}
