// From an MQTT 3.1.1 PUBLISH to the event in it: the payload is JSON (MQTT binding, section 3).
import type { CloudEvent } from '../../event/types.js';
import { decodeJsonEvent } from '../../format/json.js';
import type { Decoded } from '../../format/types.js';
import { mapDecoded } from '../map-decoded.js';
import type { MessageEvents, MqttMessage } from '../types.js';

export const decodeMqtt3 = ({ body }: MqttMessage): Decoded<MessageEvents<CloudEvent>> =>
  mapDecoded(decodeJsonEvent(body), (event) => ({ mode: 'structured', events: [event] }));
