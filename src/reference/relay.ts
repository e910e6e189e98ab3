// The reference as a broker: it hands on what it was given.
import type { Message, MqttMessage } from '../binding/types.js';
import type { Fault } from './fault.js';

/** What comes out of the topic that a message was published to, in the order of the subscribers. Pure. */
export function relayWith(message: Message, faults: readonly Fault[]): readonly Message[] {
  const altered = faults.reduce<Message | undefined>(
    (current, { relay }) => (current === undefined || relay === undefined ? current : relay(current)),
    message,
  );
  if (altered === undefined) return [];
  return altered.binding === 'mqtt5' || altered.binding === 'mqtt3' ? [altered, inOtherVersion(altered)] : [altered];
}

/** To 3.1.1 the payload alone goes over; version 5 gets a message without properties from there (position A48). */
function inOtherVersion({ binding, body }: MqttMessage): MqttMessage {
  return { binding: binding === 'mqtt5' ? 'mqtt3' : 'mqtt5', headers: [], body };
}
