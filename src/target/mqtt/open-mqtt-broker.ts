// A broker of MQTT by itself, in both versions at once: what is published in one of them reaches subscribers of both.
import { openMqtt } from './open-mqtt.js';
import { ownPrefix } from './topic.js';
import type { MqttLimits, MqttSettings, OpenedMqtt } from './types.js';

/** Opens two connections of each version to one topic. Rejects with an `MqttError`; then nothing is left behind. */
export async function openMqttBroker(settings: MqttSettings, limits: MqttLimits): Promise<OpenedMqtt> {
  const topic = settings.in ?? `${ownPrefix()}/relay`;
  const of = (version: 3 | 5): Promise<OpenedMqtt> =>
    openMqtt({ ...settings, in: topic, reply: topic, version, replyVersion: version }, limits);
  const five = await of(5);
  const three = await of(3).catch(async (error: unknown) => {
    await five.close();
    throw error;
  });
  const close = async (): Promise<void> => {
    await Promise.all([five.close(), three.close()]);
  };
  return {
    topics: { in: topic, reply: topic },
    target: {
      name: five.target.name,
      exchange: (stimulus, options) => (stimulus.binding === 'mqtt3' ? three : five).target.exchange(stimulus, options),
      interruptions: () => (five.target.interruptions?.() ?? 0) + (three.target.interruptions?.() ?? 0),
      close,
    },
    sink: {
      url: five.sink.url,
      // Each message reaches both subscribers, so both are waited for.
      async take(token, options) {
        const [a, b] = await Promise.all([five.sink.take(token, options), three.sink.take(token, options)]);
        return [...a, ...b];
      },
      close,
      get dropped() {
        return five.sink.dropped + three.sink.dropped;
      },
    },
    close,
  };
}
