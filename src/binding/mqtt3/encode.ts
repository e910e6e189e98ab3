// From an event to an MQTT 3.1.1 PUBLISH: always structured, always JSON, and no property says so (MQTT binding, section 3).
import type { CloudEvent } from '../../event/types.js';
import { encodeJsonEvent } from '../../format/json.js';
import type { JsonStyle } from '../../format/write-json.js';
import type { MqttMessage } from '../types.js';

/** The message of the first of these events; without one its payload is empty. */
export function encodeMqtt3([event]: readonly CloudEvent[], style: JsonStyle = 'compact'): MqttMessage {
  return {
    binding: 'mqtt3',
    headers: [],
    body: event === undefined ? new Uint8Array() : encodeJsonEvent(event, style),
  };
}
