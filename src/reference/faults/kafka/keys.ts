// Faults of who writes record keys.
import type { KafkaMessage } from '../../../binding/types.js';
import { type Fault, fault } from '../../fault.js';
import { onObject, withLines, without } from '../broker-change.js';
import { part } from './part.js';

export const KAFKA_KEYS: readonly Fault[] = [
  fault(
    'kafka.key.default/ignored',
    'does not write the key that it is given',
    part({
      emit: (message, { key }) => (key?.kind === 'given' ? keyless(message) : message),
    }),
  ),
  fault(
    'kafka.key.default/text',
    'takes the key that it is given for text',
    part({
      emit: (message, { key }) =>
        key?.kind === 'given' ? { ...message, key: Buffer.from(Buffer.from(key.key).toString('utf8')) } : message,
    }),
  ),
  fault(
    'kafka.key.default/partitionkey',
    'prefers partitionkey to the key that it is given',
    part({
      emit: (message, { key, events: [event] }) => {
        const value = event?.attributes.get('partitionkey');
        return key?.kind === 'given' && value !== undefined ? { ...message, key: Buffer.from(String(value)) } : message;
      },
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
    'kafka.key.partitionkey/json',
    'writes partitionkey to the key as a JSON string',
    part({
      emit: (message, { key }) =>
        key?.kind === 'mapper' && message.key !== undefined
          ? { ...message, key: Buffer.from(JSON.stringify(Buffer.from(message.key).toString('utf8'))) }
          : message,
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
