// Faults of an MQTT broker.
import type { MqttMessage } from '../../../binding/types.js';
import { type Fault, fault } from '../../fault.js';
import { untyped } from './part.js';

/** A fault of a broker, in one version. */
const relayed = (version: 'mqtt5' | 'mqtt3', change: (message: MqttMessage) => MqttMessage): Pick<Fault, 'relay'> => ({
  relay: (message) => (message.binding === version ? change(message) : message),
});

const asText = (message: MqttMessage): MqttMessage => ({
  ...message,
  body: Buffer.from(
    Buffer.from(message.body)
      .toString('utf8')
      .replaceAll(/[^\0-\x7f]/g, '?'),
    'utf8',
  ),
});

export const MQTT_BROKERS: readonly Fault[] = [
  fault('mqtt5.relay.payload/text', 'hands payloads on as text', relayed('mqtt5', asText)),
  fault(
    'mqtt5.relay.props/lost',
    'hands on one user property of each name',
    relayed('mqtt5', (message) => ({
      ...message,
      headers: message.headers.filter(([name], index, all) => all.findIndex(([other]) => other === name) === index),
    })),
  ),
  fault('mqtt5.relay.content-type/lost', 'does not hand the Content Type on', relayed('mqtt5', untyped)),
  fault('mqtt3.relay.payload/text', 'hands payloads of 3.1.1 on as ASCII', relayed('mqtt3', asText)),
];
