// Rules about the messages of one binding among the rules about all.
import {
  type Binding,
  bindingOf,
  type HttpMessage,
  type KafkaMessage,
  type Message,
  type MqttMessage,
} from '../../src/binding/types.js';
import { silent } from './say.js';
import type { EmissionRule, Emitted } from './types.js';

/** A rule of the HTTP binding. */
export const ofHttp = (rule: EmissionRule<HttpMessage>): EmissionRule => ofBinding(['http'], isHttp, rule);

/** A rule of the Kafka binding. */
export const ofKafka = (rule: EmissionRule<KafkaMessage>): EmissionRule => ofBinding(['kafka'], isKafka, rule);

/** A rule of the MQTT binding; `bindings` names the version where it is a rule of one alone. */
export const ofMqtt = (
  rule: EmissionRule<MqttMessage>,
  bindings: readonly ('mqtt5' | 'mqtt3')[] = ['mqtt5', 'mqtt3'],
): EmissionRule => ofBinding(bindings, isMqtt, rule);

function ofBinding<Emission extends Message>(
  bindings: readonly Binding[],
  isOne: (emitted: Emitted) => emitted is Emitted<Emission>,
  rule: EmissionRule<Emission>,
): EmissionRule {
  return {
    ...rule,
    bindings,
    check: (emitted, told, key) =>
      isOne(emitted) && bindings.includes(bindingOf(emitted.message)) ? rule.check(emitted, told, key) : OTHER,
  };
}

/** A rule that says nothing about messages of other bindings than its own. */
export const ofItsBindings = (rule: EmissionRule): EmissionRule => ({
  ...rule,
  check: (emitted, told, key) =>
    rule.bindings?.includes(bindingOf(emitted.message)) === false ? OTHER : rule.check(emitted, told, key),
});

const OTHER = silent('the message is of another binding');

/** Whether a message is one of HTTP. */
export const isHttp = (emitted: Emitted): emitted is Emitted<HttpMessage> => emitted.message.binding === undefined;

const isKafka = (emitted: Emitted): emitted is Emitted<KafkaMessage> => emitted.message.binding === 'kafka';

const isMqtt = (emitted: Emitted): emitted is Emitted<MqttMessage> =>
  emitted.message.binding === 'mqtt5' || emitted.message.binding === 'mqtt3';
