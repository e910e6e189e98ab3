// Faults over MQTT: of who reads messages, of who writes them, and of the broker in between.
import { dataBytes } from '../../binding/data-bytes.js';
import { modeOfMessage } from '../../binding/parts.js';
import type { MqttMessage } from '../../binding/types.js';
import { type BindingFault, type Fault, fault } from '../fault.js';
import { onEvents, onMode, onObject, ownFormat, refuseWhen, textOf, withLines, without } from './broker-change.js';
import { lineFaults } from './broker-lines.js';

const part = (mqtt: BindingFault<MqttMessage>): Pick<Fault, 'mqtt'> => ({ mqtt });

const isThree = ({ binding }: MqttMessage): boolean => binding === 'mqtt3';

const structured = (change: (message: MqttMessage) => MqttMessage): Pick<Fault, 'mqtt'> =>
  part({ emit: (message, { mode }) => (mode === 'structured' ? change(message) : message) });

const untyped = ({ contentType: _, ...message }: MqttMessage): MqttMessage => message;

const READERS: readonly Fault[] = [
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

const WRITERS: readonly Fault[] = [
  fault(
    'mqtt.mode.json/own',
    'writes structured events in a format of its own',
    structured((message) => ({
      ...message,
      ...(isThree(message) ? {} : { contentType: 'application/cloudevents+own' }),
      body: ownFormat(message),
    })),
  ),
  fault(
    'mqtt3.mode/array',
    'writes events of 3.1.1 as an array',
    structured((message) =>
      isThree(message)
        ? { ...message, body: Buffer.concat([Buffer.from('['), message.body, Buffer.from(']')]) }
        : message,
    ),
  ),
  fault(
    'mqtt3.no-binary/data',
    'writes the data alone where binary mode is asked for over 3.1.1',
    part({
      emit: (message, { mode, events: [event] }) =>
        isThree(message) && mode === 'binary' ? { ...message, body: dataBytes(event?.data, 'compact') } : message,
    }),
  ),
  fault(
    'mqtt5.bin.ct/user-property',
    'writes the type of the data as a user property',
    part({
      emit: onMode('binary', (message) => ({
        ...untyped(message),
        headers: [...message.headers, ['content-type', message.contentType ?? '']],
      })),
    }),
  ),
  fault(
    'mqtt5.bin.names/prefix',
    'writes user properties with the prefix of Kafka',
    part({
      emit: onMode('binary', (message) => withLines(message, ([name, raw]) => [`ce_${name}`, raw])),
    }),
  ),
  fault(
    'mqtt5.bin.secondary/instead',
    'writes traceparent under another name alone',
    part({
      emit: onMode('binary', (message) =>
        withLines(message, ([name, raw]) => [name === 'traceparent' ? 'trace-parent' : name, raw]),
      ),
    }),
  ),
  fault(
    'mqtt5.str.ct/missing',
    'writes no Content Type beside a structured event',
    structured((message) => (isThree(message) ? message : untyped(message))),
  ),
  fault(
    'mqtt.str.payload/type-lost',
    'leaves type out of structured events',
    structured((message) => onObject(message, (object) => without(object, 'type', 'subject', 'conformone'))),
  ),
];

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

const BROKERS: readonly Fault[] = [
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

export const MQTT_FAULTS: readonly Fault[] = [
  ...READERS,
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
  ...WRITERS,
  ...BROKERS,
];
