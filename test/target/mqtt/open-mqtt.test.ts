import { expect, onTestFinished, test } from 'vitest';
import { mqttProblemOf } from '../../../src/target/mqtt/mqtt-problem.js';
import { openMqtt } from '../../../src/target/mqtt/open-mqtt.js';
import { ownPrefix } from '../../../src/target/mqtt/topic.js';
import {
  anyBroker,
  describeWithBroker,
  describeWithMosquitto,
  settingsOf,
  startMosquitto,
} from './helpers/mosquitto.js';
import { arrivalOf, message, open, outcome, PATIENT, plain, token } from './helpers/open.js';

const sameTopic = (): { readonly in: string; readonly reply: string } => {
  const topic = `${ownPrefix()}/both`;
  return { in: topic, reply: topic };
};

describeWithBroker('messages over a broker', () => {
  test.each([0, 1, 2] as const)('of MQTT 5 come out as they went in, with QoS %d', async (qos) => {
    const opened = await open(await anyBroker({ ...sameTopic(), qos }));
    const headers = [
      ['b', '1'],
      ['id', token(1)],
      ['b', ''],
      ['b', ''],
      ['__proto__', '\xc3\xa9'],
      ['2', 'x'],
      ['1', '\xf0\x9f\x98\x80'],
      ['', ''],
      ['constructor', 'y'],
      ['b', '3'],
    ] as const;
    const body = Buffer.from([0, 255, 10, 13]);
    const sent = message(1, { headers, body, contentType: 'text/plain; charset=é', payloadFormat: 0 });
    expect(outcome(await opened.target.exchange(sent, PATIENT))).toBe('published');
    expect(await arrivalOf(opened, 1)).toEqual({
      binding: 'mqtt5',
      headers,
      contentType: 'text/plain; charset=é',
      payloadFormat: 0,
      body: new Uint8Array(body),
      qos,
    });
  });

  test.each([0, 1, 2] as const)('of MQTT 3.1.1 are their payload, with QoS %d', async (qos) => {
    const opened = await open(await anyBroker({ ...sameTopic(), version: 3, qos }));
    expect(outcome(await opened.target.exchange(plain(1), PATIENT))).toBe('published');
    expect(await arrivalOf(opened, 1)).toEqual({
      binding: 'mqtt3',
      headers: [],
      body: new Uint8Array(Buffer.from(token(1))),
      qos,
    });
  });

  test('have what they name, and no more', async () => {
    const opened = await open(await anyBroker(sameTopic()));
    for (const [at, rest] of [
      {},
      { contentType: '' },
      { payloadFormat: 1 as const },
      { body: Buffer.alloc(0) },
    ].entries()) {
      const sent = message(at, rest);
      await opened.target.exchange(sent, PATIENT);
      expect(await arrivalOf(opened, at)).toEqual({ ...sent, body: new Uint8Array(sent.body), qos: 1 });
    }
  });

  test('have the QoS that they ask for themselves', async () => {
    const opened = await open(await anyBroker({ ...sameTopic(), qos: 0 }));
    for (const qos of [2, 1, 0] as const) {
      await opened.target.exchange(message(qos, { qos }), PATIENT);
      expect((await arrivalOf(opened, qos)).qos).toBe(qos);
    }
  });

  test.each([
    [3, 5],
    [5, 3],
  ] as const)('of version %d reach a subscriber of version %d', async (version, replyVersion) => {
    const opened = await open(await anyBroker({ ...sameTopic(), version, replyVersion }));
    const sent = version === 3 ? plain(1) : message(1, { body: Buffer.from(token(1)), contentType: 'a/b' });
    expect(outcome(await opened.target.exchange(sent, PATIENT))).toBe('published');
    const body = new Uint8Array(Buffer.from(token(1)));
    expect(await arrivalOf(opened, 1)).toEqual({ binding: `mqtt${replyVersion}`, headers: [], body, qos: 1 });
    expect(opened.sink.url.searchParams.get('version')).toBe(String(replyVersion));
  });

  test('of the other version are not sent', async () => {
    const opened = await open(await anyBroker());
    expect(() => opened.target.exchange(plain(1), PATIENT)).toThrow(
      'a message of mqtt3 cannot be published over mqtt5',
    );
  });

  test('go to topics of the run, where none are named', async () => {
    const settings = await anyBroker();
    const [one, other] = [await open(settings), await open(settings)];
    expect(one.topics.in).toMatch(/^ce-conform\/[0-9a-f]{12}\/in$/);
    expect(one.topics.reply).toBe(one.topics.in.replace(/in$/, 'out'));
    expect(other.topics.in).not.toBe(one.topics.in);
    // Somebody reads the one and writes the other.
    const there = await open({ ...settings, in: one.topics.reply, reply: one.topics.in });
    await one.target.exchange(message(1), PATIENT);
    expect((await arrivalOf(there, 1)).headers).toEqual([['id', token(1)]]);
    await there.target.exchange(message(1), PATIENT);
    expect((await arrivalOf(one, 1)).headers).toEqual([['id', token(1)]]);
    expect(await other.sink.take(token(1), { count: 0, timeoutMs: 0 })).toEqual([]);
  });

  test('that hold no form in MQTT are not sent', async () => {
    const opened = await open(await anyBroker(sameTopic()));
    const exchange = (headers: readonly (readonly [string, string])[], contentType?: string) =>
      opened.target.exchange(message(1, { headers, ...(contentType !== undefined && { contentType }) }), PATIENT);
    expect(outcome(await exchange([['id', '\xff']]))).toBe('broker');
    expect(outcome(await exchange([['\ud800', 'x']]))).toBe('broker');
    expect(outcome(await exchange([], 'a/\udfff'))).toBe('broker');
    expect(outcome(await exchange([['id', 'x'.repeat(65_536)]]))).toBe('too-large');
    expect(outcome(await exchange([['id', 'x'.repeat(65_535)]]))).toBe('published');
    expect(opened.target.interruptions?.()).toBe(0);
  });

  test('are found by hundreds under way at a time, more than the broker takes without an acknowledgement', async () => {
    const opened = await open(await anyBroker(sameTopic()));
    const numbers = Array.from({ length: 300 }, (_, at) => at);
    const replies = await Promise.all(
      numbers.map((at) => opened.target.exchange(message(at, { qos: at % 2 === 0 ? 1 : 2 }), PATIENT)),
    );
    expect(new Set(replies.map(outcome))).toEqual(new Set(['published']));
    for (const at of numbers) await arrivalOf(opened, at);
    expect(opened.target.interruptions?.()).toBe(0);
  });

  test('come once they are awaited, and not after that', async () => {
    const opened = await open(await anyBroker(sameTopic()));
    const waiting = opened.sink.take(token(7), { count: 2, ...PATIENT });
    await opened.target.exchange(message(7), PATIENT);
    await opened.target.exchange(message(7), PATIENT);
    expect(await waiting).toHaveLength(2);
    const closed = opened.sink.take(token(8), { count: 1, ...PATIENT });
    await opened.close();
    expect(await closed).toEqual([]);
  });

  test('beyond a mebibyte are counted and not kept', async () => {
    const opened = await open(await anyBroker(sameTopic()));
    const body = Buffer.alloc(1024 * 1024 + 1, 'x');
    expect(outcome(await opened.target.exchange(message(1, { body }), PATIENT))).toBe('published');
    expect(outcome(await opened.target.exchange(message(2, { body: body.subarray(1) }), PATIENT))).toBe('published');
    expect((await arrivalOf(opened, 2)).body).toHaveLength(1024 * 1024);
    expect(await opened.sink.take(token(1), { count: 0, timeoutMs: 0 })).toEqual([]);
    expect(opened.sink.dropped).toBe(1);
  });
});

describeWithMosquitto('what was there before', () => {
  test.each([3, 5] as const)('is never taken for a reply, by a subscriber of version %d', async (version) => {
    const broker = await startMosquitto();
    const { connectAsync } = await import('mqtt');
    const client = await connectAsync(`mqtt://127.0.0.1:${broker.port}`);
    onTestFinished(() => client.endAsync(true));
    await client.publishAsync('both', token(1), { qos: 1, retain: true });
    const opened = await open(settingsOf(broker, { in: 'both', reply: 'both', version }));
    await opened.target.exchange(version === 3 ? plain(2) : message(2), PATIENT);
    await arrivalOf(opened, 2);
    expect(await opened.sink.take(token(1), { count: 0, timeoutMs: 0 })).toEqual([]);
    // What is published to be retained is a reply like any other when it comes.
    await client.publishAsync('both', token(3), { qos: 1, retain: true });
    await arrivalOf(opened, 3);
  });
});

describeWithMosquitto('an end', () => {
  test('leaves no client behind, and comes to what is under way', async () => {
    const broker = await startMosquitto();
    const opened = await open(settingsOf(broker));
    broker.signal('SIGSTOP');
    const under = opened.target.exchange(message(1), PATIENT);
    const closing = opened.close();
    expect(outcome(await under)).toBe('aborted');
    broker.signal('SIGCONT');
    await closing;
    expect(outcome(await opened.target.exchange(message(1), PATIENT))).toBe('aborted');
    // The broker has seen both go when it answers a third.
    const again = await open(settingsOf(broker));
    await again.close();
    const clients = [...broker.log().matchAll(/New client connected from \S+ as (\S+)/g)].map(([, name]) => name);
    expect(clients).toHaveLength(4);
    for (const name of clients.slice(0, 2)) {
      await expect.poll(broker.log).toMatch(new RegExp(`Client ${name} (disconnected|closed its connection)`));
    }
  });

  test('comes when the signal of an exchange does', async () => {
    const opened = await open(settingsOf(await startMosquitto()));
    const controller = new AbortController();
    const under = opened.target.exchange(message(1), { ...PATIENT, signal: controller.signal });
    controller.abort();
    expect(outcome(await under)).toBe('aborted');
    expect(outcome(await opened.target.exchange(message(2), { ...PATIENT, signal: controller.signal }))).toBe(
      'aborted',
    );
    expect(outcome(await opened.target.exchange(message(3), PATIENT))).toBe('published');
  });

  test('that comes while it is being opened is told as such', async () => {
    const broker = await startMosquitto();
    broker.signal('SIGSTOP');
    const opening = openMqtt(settingsOf(broker), { timeoutMs: 20_000, signal: AbortSignal.timeout(50) });
    const problem = mqttProblemOf(await opening.catch((error: unknown) => error));
    expect(problem?.code).toBe('mqtt.aborted');
    const before = openMqtt(settingsOf(broker), { timeoutMs: 20_000, signal: AbortSignal.abort() });
    expect(mqttProblemOf(await before.catch((error: unknown) => error))?.code).toBe('mqtt.aborted');
    broker.signal('SIGCONT');
  });
});
