// Faults of who reads messages of MQTT.
import { modeOfMessage } from '../../../binding/parts.js';
import type { MqttMessage } from '../../../binding/types.js';
import { type Fault, fault } from '../../fault.js';
import { onEvents, onMode, refuseWhen, textOf } from '../broker-change.js';
import { isThree, part } from './part.js';

export const MQTT_READERS: readonly Fault[] = [
  fault(
    'mqtt.mode.json/refused',
    'does not read the JSON format',
    part({
      outcome: refuseWhen((message) => isThree(message) || message.contentType === 'application/cloudevents+json'),
    }),
  ),
  fault(
    'mqtt3.mode/refused',
    'does not read messages of 3.1.1 whose data is bytes',
    part({
      outcome: refuseWhen((message) => isThree(message) && Buffer.from(message.body).includes('"data_base64"')),
    }),
  ),
  fault(
    'mqtt5.mode.structured/exact',
    'knows structured mode by the whole of the Content Type',
    part({
      outcome: refuseWhen(
        (message) => modeOfMessage(message).mode === 'structured' && message.contentType?.includes(';') === true,
      ),
    }),
  ),
  fault(
    'mqtt5.mode.binary/data-sniffed',
    'takes data that looks like an event for one in structured mode',
    part({
      message: onMode('binary', (message) =>
        /^\s*\{.*"specversion"/s.test(Buffer.from(message.body).toString('utf8'))
          ? { ...message, contentType: 'application/cloudevents+json' }
          : message,
      ),
    }),
  ),
  fault(
    'mqtt5.str.conflict/properties',
    'lets user properties beside a structured event replace its attributes',
    part({
      outcome: onEvents('structured', (event, { headers }: MqttMessage) => ({
        ...event,
        attributes: new Map([...event.attributes, ...headers.map(([name, raw]) => [name, textOf(raw)] as const)]),
      })),
    }),
  ),
];
