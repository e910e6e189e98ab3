import { expect, onTestFinished, test } from 'vitest';
import { mqttProblemOf } from '../../../src/target/mqtt/mqtt-problem.js';
import { openMqttBroker } from '../../../src/target/mqtt/open-mqtt-broker.js';
import { ownPrefix } from '../../../src/target/mqtt/topic.js';
import type { OpenedMqtt } from '../../../src/target/mqtt/types.js';
import { freePort } from '../helpers/net-server.js';
import { anyBroker, describeWithBroker, settingsOf } from './helpers/mosquitto.js';
import { message, outcome, PATIENT, plain, token } from './helpers/open.js';

describeWithBroker('a broker by itself', () => {
  async function open(topic?: string): Promise<OpenedMqtt> {
    const opened = await openMqttBroker(await anyBroker({ ...(topic !== undefined && { in: topic }) }), PATIENT);
    onTestFinished(() => opened.close());
    return opened;
  }

  test('hands each message on to a subscriber of either version', async () => {
    const opened = await open();
    for (const sent of [message(1, { body: Buffer.from(token(1)) }), plain(2)]) {
      expect(outcome(await opened.target.exchange(sent, PATIENT))).toBe('published');
    }
    for (const number of [1, 2]) {
      const arrived = await opened.sink.take(token(number), { count: 1, ...PATIENT });
      expect(arrived.map(({ binding }) => binding)).toEqual(['mqtt5', 'mqtt3']);
    }
    expect([opened.target.interruptions?.(), opened.sink.dropped]).toEqual([0, 0]);
  });

  test('is seen through the topic that is named, or through one of its own', async () => {
    const topic = `${ownPrefix()}/named`;
    expect((await open(topic)).topics).toEqual({ in: topic, reply: topic });
    const { topics, sink } = await open();
    expect(topics.in).toMatch(/^ce-conform\/[0-9a-f]{12}\/relay$/);
    expect(topics.reply).toBe(topics.in);
    expect(sink.url.pathname).toBe(`/${topics.in}`);
  });
});

test('a broker that is not there is a problem', async () => {
  const opening = openMqttBroker(settingsOf({ port: await freePort() }), PATIENT);
  expect(mqttProblemOf(await opening.catch((error: unknown) => error))?.code).toBe('mqtt.unreachable');
});
