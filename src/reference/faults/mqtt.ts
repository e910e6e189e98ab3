// Faults over MQTT: of who reads messages, of who writes them, and of the broker in between.
import type { MqttMessage } from '../../binding/types.js';
import type { Fault } from '../fault.js';
import { lineFaults } from './broker-lines.js';
import { MQTT_BROKERS } from './mqtt/brokers.js';
import { part } from './mqtt/part.js';
import { MQTT_READERS } from './mqtt/readers.js';
import { MQTT_WRITERS } from './mqtt/writers.js';

export const MQTT_FAULTS: readonly Fault[] = [
  ...MQTT_READERS,
  ...lineFaults<MqttMessage>(
    {
      valueIn: 'mqtt5.bin.payload-in',
      typeIn: 'mqtt5.bin.ct-in',
      noTypeIn: 'mqtt5.bin.ct-none',
      linesIn: 'mqtt5.bin.props-in',
      escapesIn: 'mqtt5.bin.no-percent-in',
      valueOut: 'mqtt5.bin.payload',
      linesOut: 'mqtt5.bin.props',
      escapesOut: 'mqtt5.bin.no-percent',
      canonicalOut: 'mqtt5.bin.values',
    },
    part,
  ),
  ...MQTT_WRITERS,
  ...MQTT_BROKERS,
];
