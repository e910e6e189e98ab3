// An MQTT PUBLISH as a line of mosquitto_pub (2.0).
import { publishStrings } from '../../target/mqtt/publish-strings.js';
import { topicFlaw } from '../../target/mqtt/topic.js';
import type { MqttPublish } from '../../target/types.js';
import { isPrintable, ofBytes, ofText } from './bytes.js';
import { none, toolLine } from './tool-line.js';
import type { CommandLine, Where } from './types.js';

/** The line that publishes this message. Of MQTT 3.1.1 there is the payload alone. */
export function mosquittoPubLine(message: MqttPublish, where: Extract<Where, { kind: 'mqtt' }>): CommandLine {
  const flaw = topicFlaw(where.topic);
  if (flaw !== undefined) return none('mosquitto_pub', `the topic ${flaw}`);
  const properties = where.version === 5 ? propertyArguments(message) : [];
  if (typeof properties === 'string') return none('mosquitto_pub', properties);

  const body = ofBytes(message.body);
  const isShown = isPrintable(body);
  const args = ['-h', where.host, '-p', String(where.port), '-V', where.version === 5 ? 'mqttv5' : 'mqttv311'];
  args.push('-q', String(message.qos ?? 1), '-t', where.topic, ...properties);
  return toolLine(
    'mosquitto_pub',
    [...args.map(ofText), ...(body === '' ? ['-n'] : isShown ? ['-m', body] : ['-s'])],
    body === '' || isShown ? undefined : body,
  );
}

/** The arguments of all properties, as text; or why there are none. */
function propertyArguments({ headers, contentType, payloadFormat }: MqttPublish): readonly string[] | string {
  const strings = publishStrings(headers, contentType);
  if (strings.kind !== 'strings')
    return strings.kind === 'no-utf8' ? 'a property is no UTF-8' : 'a property is longer than any string of MQTT';
  if (strings.isStrange) return 'a property has a control character or a noncharacter, which mosquitto_pub refuses';
  if (contentType === '') return 'its content type is empty, and mosquitto_pub 2.0.11 crashes over it';
  const property = (name: string, ...values: readonly string[]): string[] => ['-D', 'publish', name, ...values];
  return [
    ...(payloadFormat === undefined ? [] : property('payload-format-indicator', String(payloadFormat))),
    ...(contentType === undefined ? [] : property('content-type', contentType)),
    ...strings.pairs.flatMap(([name, value]) => property('user-property', name, value)),
  ];
}
