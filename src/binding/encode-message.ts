import type { CloudEvent } from '../event/types.js';
import type { JsonStyle } from '../format/write-json.js';
import { encodeHttp } from './http/encode.js';
import { encodeKafka } from './kafka/encode.js';
import { encodeMqtt3 } from './mqtt3/encode.js';
import { encodeMqtt5 } from './mqtt5/encode.js';
import type { Binding, ContentMode, Message } from './types.js';

/** How a message is to be written. */
export interface Form {
  readonly binding: Binding;
  readonly mode: ContentMode;
}

/** The message of some events in any binding. MQTT 3.1.1 has one mode alone. */
export function encodeMessage(
  events: readonly CloudEvent[],
  { binding, mode }: Form,
  style: JsonStyle = 'compact',
): Message {
  switch (binding) {
    case 'http':
      return encodeHttp(events, mode, { style });
    case 'kafka':
      return encodeKafka(events, mode, { style });
    case 'mqtt5':
      return encodeMqtt5(events, mode, style);
    case 'mqtt3':
      return encodeMqtt3(events, style);
  }
}
