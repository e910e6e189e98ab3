// What the reference makes of a message with faults switched on: each is about the messages of one binding.
import type { HttpMessage, KafkaMessage, Message, MqttMessage } from '../binding/types.js';
import { type BindingFault, type Fault, toleratedBy } from './fault.js';
import { type Outcome, receive } from './receiver.js';

/** What the reference, with these faults, makes of a message. Pure. */
export function receiveWith(message: Message, faults: readonly Fault[]): Outcome {
  const tolerated = toleratedBy(faults);
  switch (message.binding) {
    case undefined:
      return through<HttpMessage>(message, faults, tolerated);
    case 'kafka':
      return through<KafkaMessage>(message, partsOf(faults, 'kafka'), tolerated);
    case 'mqtt5':
    case 'mqtt3':
      return through<MqttMessage>(message, partsOf(faults, 'mqtt'), tolerated);
  }
}

type Receiving<Of extends Message> = Pick<BindingFault<Of>, 'message' | 'outcome'>;

function through<Of extends Message>(
  message: Of,
  faults: readonly Receiving<Of>[],
  tolerated: readonly string[],
): Outcome {
  const altered = faults.reduce((current, { message: change }) => change?.(current) ?? current, message);
  const received = receive(altered, tolerated);
  return faults.reduce((outcome, { outcome: change }) => change?.(outcome, message) ?? outcome, received);
}

/** What faults do in one binding. */
export const partsOf = <Family extends 'kafka' | 'mqtt'>(
  faults: readonly Fault[],
  family: Family,
): readonly NonNullable<Fault[Family]>[] => faults.flatMap((fault) => fault[family] ?? []);
