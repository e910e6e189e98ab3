// The parts of a message that a broker has to hand on, or may change, each as a JSON value that can be compared and shown.
import type { KafkaMessage, Message } from '../../src/binding/types.js';
import { type ByteString, latin1ToByteString, toByteString } from '../../src/event/byte-string.js';
import type { JsonValue } from '../../src/event/types.js';
import type { MqttPublish } from '../../src/target/types.js';

export interface Part {
  /** In a sentence. */
  readonly name: string;
  readonly of: (message: Message) => JsonValue;
  /** No rule is about it: what becomes of it is told. */
  readonly isRecorded?: true;
  /** It is about what a subscriber of the other version gets. */
  readonly isOfOther?: true;
}

const bytes = (value: ByteString): JsonValue => ({ ...value });

const lines = (message: Message, isOne: (name: string) => boolean): readonly (readonly [string, JsonValue])[] =>
  message.headers.filter(([name]) => isOne(name)).map(([name, value]) => [name, bytes(latin1ToByteString(value))]);

/** The lines in the order of their names; those of one name keep theirs. */
const byName = (message: Message, isOne: (name: string) => boolean): JsonValue =>
  lines(message, isOne).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

const isAttribute = (name: string): boolean => name.startsWith('ce_');

const isForeign = (name: string): boolean => !isAttribute(name) && name !== 'content-type';

const kafka =
  (of: (message: KafkaMessage) => JsonValue) =>
  (message: Message): JsonValue =>
    message.binding === 'kafka' ? of(message) : null;

const mqtt =
  (of: (message: MqttPublish) => JsonValue) =>
  (message: Message): JsonValue =>
    message.binding === 'mqtt5' || message.binding === 'mqtt3' ? of(message) : null;

const contentType = mqtt((message) => message.contentType ?? null);

const payload = (message: Message): JsonValue => bytes(toByteString(message.body));

/** By requirement. */
export const PARTS: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['kafka.relay.value', { name: 'the record value', of: payload }],
  [
    'kafka.relay.null',
    { name: 'the null value', of: kafka(({ isNull, body }) => (isNull === true ? null : bytes(toByteString(body)))) },
  ],
  ['kafka.relay.headers', { name: 'a header of an attribute', of: (message) => byName(message, isAttribute) }],
  [
    'kafka.relay.content-type',
    { name: 'the content-type', of: (message) => byName(message, (name) => name === 'content-type') },
  ],
  [
    'kafka.relay.key',
    {
      name: 'the record key',
      isRecorded: true,
      of: kafka(({ key }) => (key === undefined ? null : bytes(toByteString(key)))),
    },
  ],
  [
    'kafka.relay.foreign',
    {
      name: 'a header that is no attribute',
      isRecorded: true,
      of: kafka((message) => ({
        headers: byName(message, isForeign),
        null: [...(message.nullHeaders ?? [])].sort(),
      })),
    },
  ],
  [
    'kafka.relay.order',
    { name: 'the order of the headers', isRecorded: true, of: ({ headers }) => headers.map(([name]) => name) },
  ],
  ['mqtt5.relay.payload', { name: 'the payload', of: payload }],
  ['mqtt5.relay.props', { name: 'a user property', of: (message) => byName(message, () => true) }],
  ['mqtt5.relay.content-type', { name: 'the Content Type', of: contentType }],
  [
    'mqtt5.relay.format',
    { name: 'the Payload Format Indicator', isRecorded: true, of: mqtt(({ payloadFormat }) => payloadFormat ?? null) },
  ],
  [
    'mqtt5.relay.order',
    { name: 'the order of the user properties', isRecorded: true, of: ({ headers }) => headers.map(([name]) => name) },
  ],
  ['mqtt3.relay.payload', { name: 'the payload', of: payload }],
  ['mqtt.relay.qos', { name: 'the quality of service', isRecorded: true, of: mqtt(({ qos }) => qos ?? null) }],
  [
    'mqtt.bridge',
    {
      name: 'what a subscriber of the other version gets',
      isRecorded: true,
      isOfOther: true,
      of: (message) => ({
        contentType: contentType(message),
        properties: byName(message, () => true),
        payload: payload(message),
      }),
    },
  ],
]);
