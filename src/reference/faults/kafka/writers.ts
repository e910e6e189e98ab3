// Faults of who writes Kafka records, but for their keys.
import { encodeKafka } from '../../../binding/kafka/encode.js';
import type { ContentMode, KafkaMessage } from '../../../binding/types.js';
import { type Fault, fault } from '../../fault.js';
import { onMode, onObject, ownFormat, textOf, withLines, without } from '../broker-change.js';
import { part } from './part.js';

const structured = (change: (message: KafkaMessage) => KafkaMessage): Pick<Fault, 'kafka'> =>
  part({ emit: (message, { mode }) => (mode === 'structured' ? change(message) : message) });

/** Writes what was asked for in one mode in the other, with the key that it has. */
const inMode = (asked: ContentMode, written: ContentMode): Pick<Fault, 'kafka'> =>
  part({
    emit: (message, { mode, events }) =>
      mode === asked
        ? { ...encodeKafka(events, written), ...(message.key === undefined ? {} : { key: message.key }) }
        : message,
  });

function fourBytes(digits: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Number(digits) | 0);
  return bytes.toString('latin1');
}

export const KAFKA_WRITERS: readonly Fault[] = [
  fault('kafka.mode.both/structured-only', 'writes records in structured mode alone', inMode('binary', 'structured')),
  fault('kafka.mode.both/binary-only', 'writes records in binary mode alone', inMode('structured', 'binary')),
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
    'kafka.bin.ct/lost',
    'writes no content-type in binary mode',
    part({
      emit: onMode('binary', (message) => withLines(message, (line) => (line[0] === 'content-type' ? [] : line))),
    }),
  ),
  fault(
    'kafka.bin.ct/no-parameters',
    'cuts the parameters off content-type',
    part({
      emit: onMode('binary', (message) =>
        withLines(message, ([name, raw]) => [name, name === 'content-type' ? raw.replace(/;.*/s, '') : raw]),
      ),
    }),
  ),
  fault(
    'kafka.bin.ct/attribute',
    'writes the type of the data as ce_datacontenttype alone',
    part({
      emit: onMode('binary', (message) =>
        withLines(message, ([name, raw]) => [name === 'content-type' ? 'ce_datacontenttype' : name, raw]),
      ),
    }),
  ),
  fault(
    'kafka.bin.headers/capitals',
    'writes the names of headers in capitals',
    part({
      emit: onMode('binary', (message) =>
        withLines(message, ([name, raw]) => [name.startsWith('ce_') ? name.toUpperCase() : name, raw]),
      ),
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
    'kafka.bin.canonical/big-endian',
    'writes an Integer as its four bytes',
    part({
      emit: onMode('binary', (message) =>
        withLines(message, ([name, raw]) => [name, /^-?\d+$/.test(raw) && name !== 'ce_id' ? fourBytes(raw) : raw]),
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
    'kafka.str.ct/no-format',
    'labels structured events as application/cloudevents',
    structured((message) =>
      withLines(message, ([name, raw]) => [name, name === 'content-type' ? 'application/cloudevents' : raw]),
    ),
  ),
  fault(
    'kafka.str.value/headers-alone',
    'writes optional attributes and extensions of structured events to headers alone',
    part({
      emit: (message, { mode, events }) => {
        if (mode !== 'structured') return message;
        const lines = encodeKafka(events, 'binary').headers.filter(([name]) => /^ce_(?:subject|conform)/.test(name));
        const names = lines.map(([name]) => name.slice(3));
        const bare = onObject(message, (object) => without(object, ...names));
        return { ...bare, headers: [...bare.headers, ...lines] };
      },
    }),
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
