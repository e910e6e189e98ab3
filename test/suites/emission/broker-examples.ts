// Records of Kafka and messages of MQTT in short, for the examples of their rules.
import type { ContentMode, HeaderLine, KafkaMessage, MqttMessage } from '../../../src/binding/types.js';
import type { CloudEvent } from '../../../src/event/types.js';
import type { KeyChoice } from '../../../src/target/types.js';
import { readEmitted } from '../../../suites/emission/read-emitted.js';
import type { EmissionRule, Emitted } from '../../../suites/emission/types.js';
import { jsonEvent, said } from './examples.js';

export type Body = string | Uint8Array;

/** Values are texts, which are written in UTF-8; undefined leaves a line out. */
export type Lines = Readonly<Record<string, string | readonly string[] | undefined>>;

const bodyOf = (body: Body): Uint8Array => (typeof body === 'string' ? Buffer.from(body, 'utf8') : body);

const linesOf = (lines: Lines): readonly HeaderLine[] =>
  Object.entries(lines).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [value].flat().map((each): HeaderLine => [name, Buffer.from(each, 'utf8').toString('latin1')]),
  );

type More = Partial<Omit<KafkaMessage, 'binding' | 'headers' | 'body'>>;

/** Any record, read as one of the mode that was asked for, or as its content-type says. */
export const record = (lines: Lines, body: Body, asked?: ContentMode, more: More = {}): Emitted<KafkaMessage> =>
  readEmitted({ binding: 'kafka', headers: linesOf(lines), body: bodyOf(body), ...more }, asked);

export const IN_HEADERS = { ce_specversion: '1.0', ce_id: 'one', ce_source: '/s', ce_type: 't' } as const;

/** A record in binary mode, with the event `one` where nothing else is said. */
export const binaryRecord = (lines: Lines = {}, body: Body = '', more: More = {}): Emitted<KafkaMessage> =>
  record({ ...IN_HEADERS, ...lines }, body, 'binary', more);

/** A structured record with the event `one`, and more members. */
export const structuredRecord = (members = '', lines: Lines = {}, more: More = {}): Emitted<KafkaMessage> =>
  record({ 'content-type': 'application/cloudevents+json', ...lines }, jsonEvent(members), 'structured', more);

type Properties = Partial<Pick<MqttMessage, 'contentType' | 'payloadFormat'>>;

/** Any message of MQTT 5. */
export const publish = (
  lines: Lines,
  body: Body,
  asked?: ContentMode,
  properties: Properties = {},
): Emitted<MqttMessage> =>
  readEmitted({ binding: 'mqtt5', headers: linesOf(lines), body: bodyOf(body), ...properties }, asked);

export const IN_PROPERTIES = { specversion: '1.0', id: 'one', source: '/s', type: 't' } as const;

/** A message of MQTT 5 in binary mode. */
export const binaryPublish = (lines: Lines = {}, body: Body = '', properties: Properties = {}): Emitted<MqttMessage> =>
  publish({ ...IN_PROPERTIES, ...lines }, body, 'binary', properties);

/** A structured message of MQTT 5. */
export const structuredPublish = (members = '', lines: Lines = {}, properties: Properties = {}): Emitted<MqttMessage> =>
  publish(lines, jsonEvent(members), 'structured', { contentType: 'application/cloudevents+json', ...properties });

/** A message of MQTT 3.1.1. */
export const three = (body: Body, asked?: ContentMode): Emitted<MqttMessage> =>
  readEmitted({ binding: 'mqtt3', headers: [], body: bodyOf(body) }, asked);

/** What a rule says of a message, given how its key was to come about. */
export const askKeyed = (rule: EmissionRule, emitted: Emitted, event: CloudEvent, key: KeyChoice | undefined): string =>
  said(rule.check(emitted, [event], key));
