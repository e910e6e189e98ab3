// From a message to what mqtt.js is handed. Whatever has no form in MQTT is told, and never sent altered.
import type { IClientPublishOptions } from 'mqtt';
import type { HeaderLine } from '../../binding/types.js';
import { decodeUtf8 } from '../../event/utf8.js';
import type { MqttPublish, TransportFailure } from '../types.js';
import { MOST_REMAINING_BYTES, type PublishParts, packetSize, remainingLength } from './packet-size.js';
import { publishStrings } from './publish-strings.js';
import { MOST_STRING_BYTES } from './topic.js';
import type { MqttVersion, Qos } from './types.js';

/** A message that can be sent. */
export interface PreparedPublish {
  readonly qos: Qos;
  readonly payload: Buffer;
  readonly properties?: NonNullable<IClientPublishOptions['properties']>;
  /** Bytes on the wire. */
  readonly size: number;
  /** A broker may close the connection for it, so it is sent when nothing else is under way. */
  readonly isRisky: boolean;
}

export type Prepared =
  | { readonly kind: 'publish'; readonly publish: PreparedPublish }
  | { readonly kind: 'failure'; readonly failure: TransportFailure };

/** The event size that every consumer should take (core, Size limits): brokers that take no more are common. */
const LARGE_BYTES = 64_000;

type UserProperties = NonNullable<NonNullable<IClientPublishOptions['properties']>['userProperties']>;

/** Of MQTT 3.1.1 there is the payload alone. */
export function preparePublish(message: MqttPublish, topic: string, version: MqttVersion, qos: Qos): Prepared {
  const { headers, contentType, payloadFormat, body } = message;
  const payload = Buffer.isBuffer(body) ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const parts = { topic: Buffer.byteLength(topic), qos, payload: payload.length };
  if (version === 3) return sized(parts, { qos, payload }, false);
  const strings = publishStrings(headers, contentType);
  switch (strings.kind) {
    case 'no-utf8':
      return notSent('broker', 'a property holds bytes that are not UTF-8, and MQTT has no form for that');
    case 'too-long':
      return notSent('too-large', `a property has more than ${MOST_STRING_BYTES} bytes, and no string of MQTT has`);
    case 'strings': {
      const { pairs, bytes, isStrange } = strings;
      const properties = {
        ...(contentType !== undefined && { contentType }),
        ...(payloadFormat !== undefined && { payloadFormatIndicator: payloadFormat === 1 }),
        ...(pairs.length > 0 && { userProperties: inOrder(pairs) }),
      };
      // Each property begins with a byte that says which it is; the indicator has another.
      const length = bytes + pairs.length + (contentType === undefined ? 0 : 1) + (payloadFormat === undefined ? 0 : 2);
      const isMislabelled = payloadFormat === 1 && decodeUtf8(payload) === undefined;
      return sized({ ...parts, properties: length }, { qos, payload, properties }, isStrange || isMislabelled);
    }
  }
}

function sized(parts: PublishParts, publish: Omit<PreparedPublish, 'size' | 'isRisky'>, isRisky: boolean): Prepared {
  if (remainingLength(parts) > MOST_REMAINING_BYTES) return notSent('too-large', 'no packet of MQTT is that long');
  const size = packetSize(parts);
  return { kind: 'publish', publish: { ...publish, size, isRisky: isRisky || size > LARGE_BYTES } };
}

/**
 * mqtt.js takes an object, in which a name cannot come again after another, and names like numbers come first. A list of objects,
 * each of one name, it writes as it is (mqtt-packet 9, writeProperties), though its types do not say so.
 */
function inOrder(pairs: readonly HeaderLine[]): UserProperties {
  const list: readonly object[] = pairs.map(([name, value]) => ({ [name]: value }));
  return list as unknown as UserProperties;
}

const notSent = (code: TransportFailure['code'], why: string): Prepared => ({
  kind: 'failure',
  failure: { code, message: `not sent: ${why}` },
});
