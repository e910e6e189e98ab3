// The reference producer: encodes by our own bindings, and refuses what is no valid event, or cannot be written.
import { encodeMessage } from '../binding/encode-message.js';
import { encodeKafka } from '../binding/kafka/encode.js';
import type { HttpMessage, KafkaMessage, Message, MqttMessage } from '../binding/types.js';
import type { CloudEvent } from '../event/types.js';
import { validate } from '../event/validate.js';
import type { Emission } from './emission.js';
import type { Asked, BindingFault, Fault } from './fault.js';
import { partsOf } from './receive-with.js';
import { isUnwritableData } from './unwritable-data.js';

/** Emits events in a form, with these faults. Pure. */
export function emitWith(asked: Asked, faults: readonly Fault[]): Emission {
  switch (asked.binding) {
    case 'http':
      return overHttp(asked, faults);
    case 'kafka':
      return overBroker<KafkaMessage>(asked, partsOf(faults, 'kafka'), isKafka);
    case 'mqtt5':
    case 'mqtt3':
      return overBroker<MqttMessage>(asked, partsOf(faults, 'mqtt'), isMqtt);
  }
}

function overHttp({ events, mode }: Asked, faults: readonly Fault[]): Emission {
  const altered = faults.reduce((current, { emit }) => emit?.events?.(current, mode) ?? current, events);
  const emission = faults.reduce(
    (current, { emit }) => emit?.emission?.(current, altered, mode) ?? current,
    emitted({ binding: 'http', mode, events: altered }),
  );
  if (emission.kind === 'refused' || !isHttp(emission.message)) return emission;
  const message = faults.reduce(
    (current, { emit }) => emit?.message?.(current, altered, mode) ?? current,
    emission.message,
  );
  return { kind: 'message', message };
}

function overBroker<Of extends Message>(
  asked: Asked,
  faults: readonly BindingFault<Of>[],
  isOwn: (message: Message) => message is Of,
): Emission {
  const emission = faults.reduce(
    (current, { emission: change }) => change?.(current, asked) ?? current,
    emitted(asked),
  );
  if (emission.kind === 'refused' || !isOwn(emission.message)) return emission;
  const message = faults.reduce<Of>((current, { emit }) => emit?.(current, asked) ?? current, emission.message);
  return { kind: 'message', message };
}

const isHttp = (message: Message): message is HttpMessage => message.binding === undefined;

const isKafka = (message: Message): message is KafkaMessage => message.binding === 'kafka';

const isMqtt = (message: Message): message is MqttMessage => message.binding === 'mqtt5' || message.binding === 'mqtt3';

function emitted(asked: Asked): Emission {
  const { events, binding, mode } = asked;
  // main has all rules of 1.0.2, and forbids the name data, which the JSON format has no place for.
  const violation = events.flatMap((event) => validate(event, 'main'))[0];
  if (violation !== undefined) return { kind: 'refused', reason: violation.message };
  // No other binding has batches than HTTP. What is asked for in binary mode over MQTT 3.1.1 comes out structured.
  if (binding !== 'http' && mode === 'batch') return { kind: 'refused', reason: `${binding} has no batch mode` };
  if (mode !== 'binary' && events.some(isUnwritableData)) {
    return { kind: 'refused', reason: 'the data is a JSON value, and its type declares no JSON' };
  }
  return { kind: 'message', message: encoded(asked, events) };
}

function encoded({ binding, mode, key }: Asked, events: readonly CloudEvent[]): Message {
  if (binding !== 'kafka' || key === undefined) return encodeMessage(events, { binding, mode });
  return encodeKafka(events, mode, key.kind === 'given' ? { key: key.key } : { mapper: key.attribute });
}
