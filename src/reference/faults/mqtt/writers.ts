// Faults of who writes messages of MQTT.
import { dataBytes } from '../../../binding/data-bytes.js';
import { encodeMqtt5 } from '../../../binding/mqtt5/encode.js';
import type { ContentMode, MqttMessage } from '../../../binding/types.js';
import { type Fault, fault } from '../../fault.js';
import { onMode, onObject, ownFormat, withLines, without } from '../broker-change.js';
import { isThree, part, untyped } from './part.js';

const structured = (change: (message: MqttMessage) => MqttMessage): Pick<Fault, 'mqtt'> =>
  part({ emit: (message, { mode }) => (mode === 'structured' ? change(message) : message) });

/** Writes what was asked for in one mode of MQTT 5 in the other. */
const inMode = (asked: ContentMode, written: ContentMode): Pick<Fault, 'mqtt'> =>
  part({
    emit: (message, { mode, events }) => (mode === asked && !isThree(message) ? encodeMqtt5(events, written) : message),
  });

export const MQTT_WRITERS: readonly Fault[] = [
  fault('mqtt.mode.both/structured-only', 'writes messages in structured mode alone', inMode('binary', 'structured')),
  fault('mqtt.mode.both/binary-only', 'writes messages in binary mode alone', inMode('structured', 'binary')),
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
    'mqtt5.bin.ct/no-parameters',
    'cuts the parameters off the Content Type',
    part({
      emit: onMode('binary', ({ contentType, ...message }) => ({
        ...message,
        ...(contentType === undefined ? {} : { contentType: contentType.replace(/;.*/s, '') }),
      })),
    }),
  ),
  fault(
    'mqtt5.bin.names/capitals',
    'writes the names of user properties in capitals',
    part({
      emit: onMode('binary', (message) => withLines(message, ([name, raw]) => [name.toUpperCase(), raw])),
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
    'mqtt5.str.ct/user-property',
    'writes the type of a structured event as a user property',
    structured((message) =>
      isThree(message)
        ? message
        : { ...untyped(message), headers: [...message.headers, ['content-type', message.contentType ?? '']] },
    ),
  ),
  fault(
    'mqtt.str.payload/properties-alone',
    'writes optional attributes and extensions of structured events to user properties alone',
    part({
      emit: (message, { mode, events }) => {
        if (mode !== 'structured') return message;
        const lines = encodeMqtt5(events, 'binary').headers.filter(([name]) => /^(?:subject|conform)/.test(name));
        const bare = onObject(message, (object) => without(object, ...lines.map(([name]) => name)));
        return isThree(message) ? bare : { ...bare, headers: [...bare.headers, ...lines] };
      },
    }),
  ),
  fault(
    'mqtt.str.payload/type-lost',
    'leaves type out of structured events',
    structured((message) => onObject(message, (object) => without(object, 'type', 'subject', 'conformone'))),
  ),
];
