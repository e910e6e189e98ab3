// Faults over Kafka: of who reads records, of who writes them, and of the broker in between.

import { encodeKafka } from '../../binding/kafka/encode.js';
import { modeOfMessage } from '../../binding/parts.js';
import type { KafkaMessage } from '../../binding/types.js';
import { type BindingFault, type Fault, fault } from '../fault.js';
import { onEvents, onMode, onObject, ownFormat, refuseWhen, textOf, withLines, without } from './broker-change.js';
import { lineFaults } from './broker-lines.js';

const part = (kafka: BindingFault<KafkaMessage>): Pick<Fault, 'kafka'> => ({ kafka });

const typeOf = ({ headers }: KafkaMessage): string => headers.find(([name]) => name === 'content-type')?.[1] ?? '';

const structured = (change: (message: KafkaMessage) => KafkaMessage): Pick<Fault, 'kafka'> =>
  part({ emit: (message, { mode }) => (mode === 'structured' ? change(message) : message) });

const READERS: readonly Fault[] = [
  fault(
    'kafka.mode.json/refused',
    'does not read the JSON format',
    part({
      outcome: refuseWhen((message) => typeOf(message) === 'application/cloudevents+json'),
    }),
  ),
  fault(
    'kafka.mode.structured/exact',
    'knows structured mode by the whole of content-type',
    part({
      outcome: refuseWhen((message) => modeOfMessage(message).mode === 'structured' && typeOf(message).includes(';')),
    }),
  ),
  fault(
    'kafka.mode.binary/data-sniffed',
    'takes data that looks like an event for one in structured mode',
    part({
      message: onMode('binary', (message) =>
        /^\s*\{.*"specversion"/s.test(Buffer.from(message.body).toString('utf8'))
          ? { ...message, headers: [['content-type', 'application/cloudevents+json']] }
          : message,
      ),
    }),
  ),
  fault(
    'kafka.bin.null-value-in/empty',
    'reads a null value as the text null',
    part({
      outcome: onEvents('binary', (event, { isNull }: KafkaMessage) =>
        isNull === true ? { ...event, data: { kind: 'text', text: 'null' } } : event,
      ),
    }),
  ),
  fault(
    'kafka.bin.foreign/all',
    'takes every header for an attribute',
    part({
      message: onMode('binary', (message) =>
        withLines(message, ([name, raw]) => [/^(?:ce_|content-type$)/.test(name) ? name : `ce_${name}`, raw]),
      ),
    }),
  ),
  fault(
    'kafka.bin.foreign/http-prefix',
    'takes headers with the prefix of HTTP for attributes',
    part({
      message: onMode('binary', (message) => withLines(message, ([name, raw]) => [name.replace(/^ce-/, 'ce_'), raw])),
    }),
  ),
  fault(
    'kafka.str.conflict/headers',
    'lets headers beside a structured event replace its attributes',
    part({
      outcome: onEvents('structured', (event, { headers }: KafkaMessage) => ({
        ...event,
        attributes: new Map([
          ...event.attributes,
          ...headers.flatMap(([name, raw]) => (name.startsWith('ce_') ? [[name.slice(3), textOf(raw)] as const] : [])),
        ]),
      })),
    }),
  ),
];

const WRITERS: readonly Fault[] = [
  fault(
    'kafka.mode.json/yaml',
    'writes structured events in a format of its own',
    structured((message) => ({
      ...message,
      headers: [['content-type', 'application/cloudevents+own']],
      body: ownFormat(message),
    })),
  ),
  fault(
    'kafka.key.default/ignored',
    'does not write the key that it is given',
    part({
      emit: (message, { key }) => (key?.kind === 'given' ? keyless(message) : message),
    }),
  ),
  fault(
    'kafka.key.keep/moved',
    'takes partitionkey out of the event when it is the key',
    part({
      emit: (message, { key, mode }) => (key?.kind === 'mapper' ? withoutPartitionKey(message, mode) : message),
    }),
  ),
  fault(
    'kafka.key.no-add/attribute',
    'writes a key that it is given as partitionkey, too',
    part({
      emit: (message, { key, mode }) => (key?.kind === 'given' ? withPartitionKey(message, mode, key.key) : message),
    }),
  ),
  fault(
    'kafka.key.partitionkey/ignored',
    'has no mapper',
    part({
      emit: (message, { key }) => (key?.kind === 'mapper' ? keyless(message) : message),
    }),
  ),
  fault(
    'kafka.key.opt-in/always',
    'makes partitionkey the key whether asked for or not',
    part({
      emit: (message, { key, events: [event] }) => {
        const value = event?.attributes.get('partitionkey');
        return key === undefined && value !== undefined ? { ...message, key: Buffer.from(String(value)) } : message;
      },
    }),
  ),
  fault(
    'kafka.bin.ct/lost',
    'writes no content-type in binary mode',
    part({
      emit: onMode('binary', (message) => withLines(message, (line) => (line[0] === 'content-type' ? [] : line))),
    }),
  ),
  fault(
    'kafka.bin.headers/hyphen',
    'writes the prefix of HTTP',
    part({
      emit: onMode('binary', (message) => withLines(message, ([name, raw]) => [name.replace(/^ce_/, 'ce-'), raw])),
    }),
  ),
  fault(
    'kafka.bin.utf8/latin',
    'writes values in Latin-1, and a question mark for what is not in it',
    part({
      emit: onMode('binary', (message) =>
        withLines(message, ([name, raw]) => [name, textOf(raw).replace(/[^\0-\xff]/gu, '?')]),
      ),
    }),
  ),
  fault(
    'kafka.bin.null-value/empty',
    'writes no bytes where there is no data',
    part({
      emit: ({ isNull: _, ...message }) => message,
    }),
  ),
  fault(
    'kafka.str.ct/plain',
    'labels structured events as application/json',
    structured((message) =>
      withLines(message, ([name, raw]) => [name, name === 'content-type' ? 'application/json' : raw]),
    ),
  ),
  fault(
    'kafka.str.value/type-lost',
    'leaves type out of structured events',
    structured((message) => onObject(message, (object) => without(object, 'type', 'subject', 'conformone'))),
  ),
  fault(
    'kafka.str.no-data/tombstone',
    'writes a null value for a structured event without data',
    part({
      emit: (message, { mode, events: [event] }) =>
        mode === 'structured' && event !== undefined && event.data === undefined
          ? {
              ...message,
              headers: [...message.headers, ...encodeKafka([event], 'binary').headers.slice(0, 4)],
              body: new Uint8Array(),
              isNull: true,
            }
          : message,
    }),
  ),
];

const keyless = ({ key: _, ...message }: KafkaMessage): KafkaMessage => message;

const withoutPartitionKey = (message: KafkaMessage, mode: string): KafkaMessage =>
  mode === 'structured'
    ? onObject(message, (object) => without(object, 'partitionkey'))
    : withLines(message, (line) => (line[0] === 'ce_partitionkey' ? [] : line));

const withPartitionKey = (message: KafkaMessage, mode: string, key: Uint8Array): KafkaMessage =>
  mode === 'structured'
    ? onObject(message, (object) => ({ ...object, partitionkey: Buffer.from(key).toString('utf8') }))
    : { ...message, headers: [...message.headers, ['ce_partitionkey', Buffer.from(key).toString('latin1')]] };

/** A fault of a broker. */
const relayed = (change: (message: KafkaMessage) => KafkaMessage): Pick<Fault, 'relay'> => ({
  relay: (message) => (message.binding === 'kafka' ? change(message) : message),
});

const BROKERS: readonly Fault[] = [
  fault(
    'kafka.relay.value/text',
    'hands values on as text',
    relayed((message) => ({
      ...message,
      body: Buffer.from(Buffer.from(message.body).toString('utf8'), 'utf8'),
    })),
  ),
  fault(
    'kafka.relay.null/empty',
    'hands a null value on as no bytes',
    relayed(({ isNull: _, ...message }) => message),
  ),
  fault(
    'kafka.relay.headers/ascii',
    'hands headers on without what is not ASCII',
    relayed((message) =>
      withLines(message, ([name, raw]) => [name, name.startsWith('ce_') ? raw.replaceAll(/[^\0-\x7f]/g, '?') : raw]),
    ),
  ),
  fault(
    'kafka.relay.content-type/lost',
    'does not hand content-type on',
    relayed((message) => withLines(message, (line) => (line[0] === 'content-type' ? [] : line))),
  ),
];

export const KAFKA_FAULTS: readonly Fault[] = [
  ...READERS,
  ...lineFaults<KafkaMessage>(
    {
      valueIn: 'kafka.bin.value-in',
      typeIn: 'kafka.bin.ct-in',
      noTypeIn: 'kafka.bin.ct-none',
      linesIn: 'kafka.bin.headers-in',
      escapesIn: 'kafka.bin.no-percent-in',
      valueOut: 'kafka.bin.value',
      linesOut: 'kafka.bin.headers',
      escapesOut: 'kafka.bin.no-percent',
      canonicalOut: 'kafka.bin.canonical',
    },
    part,
  ),
  ...WRITERS,
  ...BROKERS,
];
