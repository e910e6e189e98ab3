import type { CloudEvent } from '../event/types.js';
import type { Decoded } from '../format/types.js';
import { decodeHttp } from './http/decode.js';
import { decodeKafka } from './kafka/decode.js';
import { decodeMqtt3 } from './mqtt3/decode.js';
import { decodeMqtt5 } from './mqtt5/decode.js';
import type { Message, MessageEvents } from './types.js';

/** The events of a message of any binding. */
export function decodeMessage(message: Message): Decoded<MessageEvents<CloudEvent>> {
  switch (message.binding) {
    case undefined:
      return decodeHttp(message);
    case 'kafka':
      return decodeKafka(message);
    case 'mqtt5':
      return decodeMqtt5(message);
    case 'mqtt3':
      return decodeMqtt3(message);
  }
}
