// Faults of a Kafka broker.
import type { KafkaMessage } from '../../../binding/types.js';
import { type Fault, fault } from '../../fault.js';
import { withLines } from '../broker-change.js';

/** A fault of a broker. */
const relayed = (change: (message: KafkaMessage) => KafkaMessage): Pick<Fault, 'relay'> => ({
  relay: (message) => (message.binding === 'kafka' ? change(message) : message),
});

export const KAFKA_BROKERS: readonly Fault[] = [
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
