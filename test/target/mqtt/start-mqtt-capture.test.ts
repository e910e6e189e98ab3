import type { MqttClient } from 'mqtt';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Capture } from '../../../src/target/capture/types.js';
import { mqttProblemOf } from '../../../src/target/mqtt/mqtt-problem.js';
import { type MqttCaptureOptions, startMqttCapture } from '../../../src/target/mqtt/start-mqtt-capture.js';
import { ownPrefix } from '../../../src/target/mqtt/topic.js';
import type { MqttSettings } from '../../../src/target/mqtt/types.js';
import { freePort } from '../helpers/net-server.js';
import {
  anyBroker,
  describeWithBroker,
  describeWithMosquitto,
  settingsOf,
  startMosquitto,
} from './helpers/mosquitto.js';

const LIMITS = { timeoutMs: 20_000 } as const;

async function listen(settings: MqttSettings, options: Partial<MqttCaptureOptions> = {}): Promise<Capture> {
  const capture = await startMqttCapture(settings, { ...LIMITS, ...options });
  onTestFinished(() => capture.close());
  return capture;
}

async function producer(
  { host, port, username, password }: MqttSettings,
  protocolVersion: 4 | 5 = 5,
): Promise<MqttClient> {
  const { connectAsync } = await import('mqtt');
  const client = await connectAsync(`mqtt://${host}:${port}`, {
    protocolVersion,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
  });
  onTestFinished(() => client.endAsync(true));
  return client;
}

const bodies = (capture: Capture): readonly string[] =>
  capture.messages().map(({ body }) => Buffer.from(body).toString());

describeWithBroker('a capture', () => {
  test('keeps all that is published to its topic from now on, in order', async () => {
    const topic = `${ownPrefix()}/in`;
    const settings = await anyBroker({ in: topic });
    const client = await producer(settings);
    await client.publishAsync(topic, 'before', { qos: 1 });
    const capture = await listen(settings);
    const properties = { contentType: 'a/b', payloadFormatIndicator: true, userProperties: { id: ['1', ''] } };
    await client.publishAsync(topic, 'one', { qos: 0 });
    await client.publishAsync(topic, 'two', { qos: 1, properties });
    await client.publishAsync(topic, 'three', { qos: 2 });
    await client.publishAsync(`${topic}/other`, 'other', { qos: 2 });
    expect(await capture.until({ count: 3 })).toBe('count');
    expect(bodies(capture)).toEqual(['one', 'two', 'three']);
    expect(capture.messages()[1]).toEqual({
      binding: 'mqtt5',
      headers: [
        ['id', '1'],
        ['id', ''],
      ],
      contentType: 'a/b',
      payloadFormat: 1,
      body: new Uint8Array(Buffer.from('two')),
      qos: 1,
    });
    expect(capture.losses()).toEqual({ tooLarge: 0, noRoom: 0, incomplete: 0, unreadable: 0 });
    expect(capture.url.href).toBe(`mqtt://${settings.host}:${settings.port}/${topic}?version=5`);
    // After its end nothing is kept.
    await client.publishAsync(topic, 'late', { qos: 2 });
    expect(bodies(capture)).toEqual(['one', 'two', 'three']);
  });

  test('takes a filter', async () => {
    const prefix = ownPrefix();
    const settings = await anyBroker({ in: `${prefix}/+/x/#` });
    const capture = await listen(settings);
    const client = await producer(settings);
    for (const topic of ['a/x', 'b/x/y/z', 'a/y', 'c/x/'])
      await client.publishAsync(`${prefix}/${topic}`, topic, { qos: 1 });
    await capture.until({ count: 3 });
    expect(bodies(capture)).toEqual(['a/x', 'b/x/y/z', 'c/x/']);
    expect(capture.url.href).toContain(`/${prefix}/%2B/x/%23?`);
  });

  test('reads 3.1.1', async () => {
    const settings = await anyBroker({ version: 3 });
    const capture = await listen(settings);
    const topic = decodeURIComponent(capture.url.pathname.slice(1));
    expect(topic).toMatch(/^ce-conform\/[0-9a-f]{12}\/in$/);
    const client = await producer(settings, 4);
    await client.publishAsync(topic, 'one', { qos: 1 });
    await capture.until({ count: 1 });
    expect(capture.messages()).toEqual([
      { binding: 'mqtt3', headers: [], body: new Uint8Array(Buffer.from('one')), qos: 1 },
    ]);
    expect(capture.url.searchParams.get('version')).toBe('3');
  });

  test('counts what it does not keep', async () => {
    const settings = await anyBroker({ in: `${ownPrefix()}/in` });
    const capture = await listen(settings, { maxBodyBytes: 10, maxTotalBytes: 2000, maxMessages: 3 });
    const client = await producer(settings);
    const publish = async (body: string, x = ''): Promise<void> => {
      await client.publishAsync(settings.in ?? '', body, { qos: 1, properties: { userProperties: { x } } });
    };
    await publish('x'.repeat(11));
    await publish('x'.repeat(10));
    await publish('', 'x'.repeat(2000));
    await publish('a');
    await publish('b');
    await publish('c');
    await capture.until({ count: 6 });
    expect(bodies(capture)).toEqual(['x'.repeat(10), 'a', 'b']);
    expect(capture.losses()).toEqual({ tooLarge: 1, noRoom: 2, incomplete: 0, unreadable: 0 });
  });

  test('counts those that are of interest', async () => {
    const settings = await anyBroker({ in: `${ownPrefix()}/in` });
    const capture = await listen(settings, { counts: ({ body }) => body.length > 1 });
    const client = await producer(settings);
    for (const body of ['1', '22', '3', '44']) await client.publishAsync(settings.in ?? '', body, { qos: 1 });
    expect(await capture.until({ count: 2 })).toBe('count');
    expect(bodies(capture)).toEqual(['1', '22', '3', '44']);
  });

  test('has all that a program published before it ended', async () => {
    const settings = await anyBroker({ in: `${ownPrefix()}/in` });
    const capture = await listen(settings);
    const client = await producer(settings);
    const sent = Array.from({ length: 500 }, (_, at) => String(at));
    const ended = Promise.all(sent.map((body) => client.publishAsync(settings.in ?? '', body, { qos: 1 })));
    expect(await capture.until({ ended, graceMs: 1 })).toBe('program-ended');
    expect(bodies(capture)).toEqual(sent);
  });

  test('is interrupted when it is closed', async () => {
    const capture = await listen(await anyBroker());
    const end = capture.until({});
    await capture.close();
    expect(await end).toBe('interrupted');
    expect(await capture.until({ count: 0 })).toBe('interrupted');
  });
});

describe('a capture without a broker', () => {
  test('is a problem', async () => {
    const settings = settingsOf({ port: await freePort() });
    const error = await startMqttCapture(settings, LIMITS).catch((reason: unknown) => reason);
    expect(mqttProblemOf(error)?.code).toBe('mqtt.unreachable');
  });
});

describeWithMosquitto('a capture from a broker that is killed', () => {
  test('goes on when the broker is back, and tells that something may be lost', async () => {
    const broker = await startMosquitto();
    const settings = settingsOf(broker, { in: 'in' });
    const capture = await listen(settings);
    await (await producer(settings)).publishAsync('in', 'one', { qos: 1 });
    await expect.poll(() => bodies(capture)).toEqual(['one']);
    await broker.kill();
    await broker.restart();
    await expect.poll(() => broker.log().match(/Received SUBSCRIBE/g)?.length).toBe(2);
    await (await producer(settings)).publishAsync('in', 'two', { qos: 1 });
    await capture.until({ count: 2 });
    expect(bodies(capture)).toEqual(['one', 'two']);
    expect(capture.losses()).toMatchObject({ incomplete: 1 });
  });

  test('ends with its program all the same, where the broker does not come back', async () => {
    const broker = await startMosquitto();
    const capture = await listen(settingsOf(broker), { timeoutMs: 300 });
    await broker.kill();
    await expect.poll(() => capture.losses().incomplete).toBe(1);
    expect(await capture.until({ ended: Promise.resolve(), graceMs: 1 })).toBe('program-ended');
  });

  test('leaves nothing behind', async () => {
    const broker = await startMosquitto();
    const capture = await startMqttCapture(settingsOf(broker), LIMITS);
    await capture.close();
    await expect.poll(broker.log).toMatch(/Client \S+ disconnected/);
  });
});
