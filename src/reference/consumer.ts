// The reference as a consumer: it reads a message from a topic, and publishes the events in it to another one.
import { encodeMessage } from '../binding/encode-message.js';
import { modeOfMessage } from '../binding/parts.js';
import { bindingOf, type Message } from '../binding/types.js';
import type { Fault } from './fault.js';
import { receiveWith } from './receive-with.js';

/** The mode that events are published in: structured, or the other than they came in. */
export type ReplyMode = 'structured' | 'other';

/** The messages that show what was read. What is refused is passed over in silence. Pure. */
export function consumeWith(message: Message, faults: readonly Fault[], reply: ReplyMode): readonly Message[] {
  const outcome = receiveWith(message, faults);
  if (outcome.kind === 'refused') return [];
  const binding = bindingOf(message);
  return outcome.events.map((event) => {
    const altered = faults.reduce((current, { forward }) => forward?.(current, message) ?? current, event);
    return encodeMessage([altered], { binding, mode: reply === 'other' ? otherMode(message) : 'structured' });
  });
}

/** The other mode than the message came in; MQTT 3.1.1 has one alone. */
const otherMode = (message: Message): 'binary' | 'structured' =>
  modeOfMessage(message).mode === 'structured' && message.binding !== 'mqtt3' ? 'binary' : 'structured';
