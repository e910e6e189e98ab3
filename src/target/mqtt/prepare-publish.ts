// From a message to what mqtt.js is handed. Whatever has no form in MQTT is told, and never sent altered.
import type { IClientPublishOptions } from 'mqtt';
import type { HeaderLine } from '../../binding/types.js';
import { textOfValue } from '../../binding/utf8-value.js';
import { decodeUtf8 } from '../../event/utf8.js';
import type { MqttPublish, TransportFailure } from '../types.js';
import { MOST_REMAINING_BYTES, packetSize, remainingLength } from './packet-size.js';
import { isStrange } from './strange-text.js';
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

/** The event size that every consumer should take (core, Size limits): brokers that take less are common beyond it. */
const LARGE_BYTES = 64_000;

type UserProperties = NonNullable<NonNullable<IClientPublishOptions['properties']>['userProperties']>;

/** Of MQTT 3.1.1 there is the payload alone. */
export function preparePublish(message: MqttPublish, topic: string, version: MqttVersion, qos: Qos): Prepared {
  const payload = Buffer.from(message.body.buffer, message.body.byteOffset, message.body.byteLength);
  const plain = { topic, qos, bodyLength: payload.length };
  if (version === 3) return sized({ ...plain, properties: undefined }, { qos, payload }, false);
  const pairs: [string, string][] = [];
  for (const [name, value] of message.headers) {
    const text = textOfValue(value);
    if (text === undefined || hasNoUtf8(name)) return noForm('a user property holds bytes that are not UTF-8');
    pairs.push([name, text]);
  }
  const { contentType, payloadFormat } = message;
  const strings = [...pairs.flat(), ...(contentType === undefined ? [] : [contentType])];
  if (contentType !== undefined && hasNoUtf8(contentType)) return noForm('the Content Type has no UTF-8');
  if (strings.some((text) => Buffer.byteLength(text) > MOST_STRING_BYTES))
    return tooLarge(`no string of MQTT has more than ${MOST_STRING_BYTES} bytes, and a property would have`);
  const isRisky = strings.some(isStrange) || (payloadFormat === 1 && decodeUtf8(payload) === undefined);
  const properties = {
    ...(contentType !== undefined && { contentType }),
    ...(payloadFormat !== undefined && { payloadFormatIndicator: payloadFormat === 1 }),
    ...(pairs.length > 0 && { userProperties: inOrder(pairs) }),
  };
  return sized({ ...plain, properties: { pairs, ...only(message) } }, { qos, payload, properties }, isRisky);
}

const only = ({ contentType, payloadFormat }: MqttPublish): Pick<MqttPublish, 'contentType' | 'payloadFormat'> => ({
  ...(contentType !== undefined && { contentType }),
  ...(payloadFormat !== undefined && { payloadFormat }),
});

function sized(
  parts: Parameters<typeof packetSize>[0],
  publish: Omit<PreparedPublish, 'size' | 'isRisky'>,
  isRisky: boolean,
): Prepared {
  if (remainingLength(parts) > MOST_REMAINING_BYTES) return tooLarge('no packet of MQTT is that long');
  const size = packetSize(parts);
  return { kind: 'publish', publish: { ...publish, size, isRisky: isRisky || size > LARGE_BYTES } };
}

/**
 * mqtt.js takes an object, whose names have no repeats between others and no order of their own. A list of objects, each of one
 * name, it writes as it is (mqtt-packet 9, writeProperties), though its types do not say so.
 */
function inOrder(pairs: readonly HeaderLine[]): UserProperties {
  const list: readonly object[] = pairs.map(([name, value]) => ({ __proto__: null, [name]: value }));
  return list as unknown as UserProperties;
}

const hasNoUtf8 = (text: string): boolean => /\p{Surrogate}/u.test(text);

const noForm = (what: string): Prepared => ({
  kind: 'failure',
  failure: { code: 'broker', message: `not sent: ${what}, and MQTT has no form for that` },
});

const tooLarge = (why: string): Prepared => ({
  kind: 'failure',
  failure: { code: 'too-large', message: `not sent: ${why}` },
});
