// Faults over Kafka: of who reads records, of who writes them, and of the broker in between.
import type { KafkaMessage } from '../../binding/types.js';
import type { Fault } from '../fault.js';
import { lineFaults } from './broker-lines.js';
import { KAFKA_BROKERS } from './kafka/brokers.js';
import { KAFKA_KEYS } from './kafka/keys.js';
import { part } from './kafka/part.js';
import { KAFKA_READERS } from './kafka/readers.js';
import { KAFKA_WRITERS } from './kafka/writers.js';

export const KAFKA_FAULTS: readonly Fault[] = [
  ...KAFKA_READERS,
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
  ...KAFKA_WRITERS,
  ...KAFKA_KEYS,
  ...KAFKA_BROKERS,
];
