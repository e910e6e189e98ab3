// What a broker does in the middle of a run, and a message that it ends the connection for. No message is blamed for another.
import { describe, expect, test } from 'vitest';
import type { MqttPublish } from '../../../src/target/types.js';
import { describeWithMosquitto, settingsOf, startMosquitto } from './helpers/mosquitto.js';
import { arrivalOf, message, open, outcome, PATIENT, plain, token } from './helpers/open.js';
import { PACKET, packet, type Script, startScriptedBroker } from './helpers/scripted-broker.js';

const both = { in: 'both', reply: 'both' } as const;

const withText = (number: number, text: string): MqttPublish =>
  message(number, {
    headers: [
      ['id', token(number)],
      ['x', Buffer.from(text).toString('latin1')],
    ],
  });

describeWithMosquitto('a message that the broker closes the connection for', () => {
  test.each(['\u0001', '\t', '\u007f', '\u0085', '\0', '\ufdd0', '\uffff', '\u{1ffff}'])(
    'is blamed alone, among others under way (%j)',
    async (text) => {
      const broker = await startMosquitto();
      const opened = await open(settingsOf(broker, both));
      const numbers = [0, 1, 2, 3, 4, 5, 6, 7];
      const exchange = (at: number) =>
        opened.target.exchange(at === 3 ? withText(at, text) : message(at, { qos: at < 6 ? 1 : 2 }), PATIENT);
      const outcomes = (await Promise.all(numbers.map(exchange))).map(outcome);
      expect(outcomes).toEqual(numbers.map((at) => (at === 3 ? 'broker' : 'published')));
      for (const at of numbers.filter((number) => number !== 3)) await arrivalOf(opened, at);
      expect(opened.target.interruptions?.()).toBe(0);
      // Sent once, and not again: there is one connection more, and no more than one was lost.
      expect(broker.log().match(/Malformed UTF-8|malformed packet|protocol error/gi)).toHaveLength(1);
    },
  );

  test.each([0, 1, 2] as const)('is blamed at QoS %d', async (qos) => {
    const opened = await open(settingsOf(await startMosquitto(), both));
    expect(outcome(await opened.target.exchange({ ...withText(1, '\u0001'), qos }, PATIENT))).toBe('broker');
    expect(outcome(await opened.target.exchange(message(2, { qos }), PATIENT))).toBe('published');
    await arrivalOf(opened, 2);
    expect(await opened.sink.take(token(1), { count: 0, timeoutMs: 0 })).toEqual([]);
  });

  test('is blamed for its Content Type and its names, too', async () => {
    const opened = await open(settingsOf(await startMosquitto(), both));
    const name = message(1, { headers: [['\u0001', token(1)]] });
    expect(outcome(await opened.target.exchange(name, PATIENT))).toBe('broker');
    expect(outcome(await opened.target.exchange(message(2, { contentType: 'a\u0001' }), PATIENT))).toBe('broker');
    expect(outcome(await opened.target.exchange(message(3), PATIENT))).toBe('published');
  });
});

describeWithMosquitto('a limit of the broker', () => {
  test('is known before anything is sent, to the byte', async () => {
    const broker = await startMosquitto(['allow_anonymous true', 'max_packet_size 400']);
    const opened = await open(settingsOf(broker, both));
    // Header 3, topic 6, identifier 2 (not at QoS 0), length of properties 1, user property 20, Content Type 6, indicator 2.
    const sized = (bytes: number, qos: 0 | 1 | 2 = 1): MqttPublish =>
      message(1, { qos, contentType: 'a/b', payloadFormat: 1, body: Buffer.alloc(bytes - 40, 'x') });
    expect(outcome(await opened.target.exchange(sized(401), PATIENT))).toBe('too-large');
    expect(outcome(await opened.target.exchange(sized(400, 2), PATIENT))).toBe('published');
    expect(outcome(await opened.target.exchange(sized(403, 0), PATIENT))).toBe('too-large');
    await arrivalOf(opened, 1);
    expect(outcome(await opened.target.exchange(sized(402, 0), PATIENT))).toBe('published');
    expect(opened.target.interruptions?.()).toBe(0);
    expect(broker.log()).not.toMatch(/too large|oversize/i);
  });

  test('that 3.1.1 cannot tell ends the connection, and is blamed on the message that is beyond it', async () => {
    const broker = await startMosquitto(['allow_anonymous true', 'max_packet_size 70000']);
    const opened = await open(settingsOf(broker, { ...both, version: 3 }));
    const large = plain(3, { body: Buffer.alloc(70_000, token(3)) });
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map((at) => opened.target.exchange(at === 3 ? large : plain(at), PATIENT)),
    );
    expect(outcomes.map(outcome)).toEqual(['published', 'published', 'broker', 'published']);
  });

  test('that it does not tell ends the connection: alone, the message is blamed, and none among others', async () => {
    const broker = await startMosquitto(['allow_anonymous true', 'message_size_limit 100']);
    const opened = await open(settingsOf(broker, both));
    const beyond = message(2, { body: Buffer.alloc(101, 'x') });
    const outcomes = await Promise.all(
      [1, 2, 3].map((at) => opened.target.exchange(at === 2 ? beyond : message(at), PATIENT)),
    );
    for (const each of outcomes.map(outcome)) expect(['published', 'interrupted']).toContain(each);
    expect(outcome(outcomes[1] ?? expect.fail())).toBe('interrupted');
    expect(opened.target.interruptions?.()).toBe(1);
    expect(outcome(await opened.target.exchange(beyond, PATIENT))).toBe('broker');
    expect(outcome(await opened.target.exchange(message(4), PATIENT))).toBe('published');
    await arrivalOf(opened, 4);
  });

  test('on who may publish is a refusal, and nothing of the reader', async () => {
    const acl = 'topic read #\ntopic write mine\n';
    const broker = await startMosquitto(['allow_anonymous true', 'acl_file DIR/acl'], { acl });
    const opened = await open(settingsOf(broker, both));
    const { reply } = await opened.target.exchange(message(1), PATIENT);
    expect(reply).toEqual({
      kind: 'failure',
      failure: { code: 'broker', message: 'the broker refused it: 135 (not authorized)' },
    });
    const allowed = await open(settingsOf(broker, { in: 'mine', reply: 'mine' }));
    expect(outcome(await allowed.target.exchange(message(1, { qos: 2 }), PATIENT))).toBe('published');
    await arrivalOf(allowed, 1);
  });

  test('on its QoS is known before anything is sent', async () => {
    const broker = await startMosquitto(['allow_anonymous true', 'max_qos 1']);
    const opened = await open(settingsOf(broker, both));
    const { reply } = await opened.target.exchange(message(1, { qos: 2 }), PATIENT);
    expect(reply).toEqual({
      kind: 'failure',
      failure: { code: 'broker', message: 'not sent: it has QoS 2, and the broker takes at most 1' },
    });
    expect(outcome(await opened.target.exchange(message(2, { qos: 1 }), PATIENT))).toBe('published');
    await arrivalOf(opened, 2);
  });
});

describeWithMosquitto('a broker that is killed', () => {
  test.each([3, 5] as const)('is met again when it is back, with the subscription (version %d)', async (version) => {
    const broker = await startMosquitto();
    const opened = await open(settingsOf(broker, { ...both, version }));
    const one = version === 3 ? plain : message;
    await opened.target.exchange(one(1), PATIENT);
    await arrivalOf(opened, 1);
    for (const round of [1, 2]) {
      await broker.kill();
      const waiting = [10, 11, 12].map((at) => opened.target.exchange(one(at * round), PATIENT));
      await broker.restart();
      const outcomes = (await Promise.all(waiting)).map(outcome);
      // What was sent into the end of the connection may be lost, and is told so.
      for (const each of outcomes) expect(['published', 'interrupted']).toContain(each);
      expect(outcome(await opened.target.exchange(one(2 * round), PATIENT))).toBe('published');
      await arrivalOf(opened, 2 * round);
      expect(opened.target.interruptions?.()).toBe(2 * round);
    }
  });

  test('is waited for no longer than was said', async () => {
    const broker = await startMosquitto();
    const opened = await open(settingsOf(broker, both));
    await broker.kill();
    await expect.poll(() => opened.target.interruptions?.()).toBe(2);
    const { reply, ms } = await opened.target.exchange(message(1), { timeoutMs: 100 });
    expect(reply).toEqual({
      kind: 'failure',
      failure: {
        code: 'unreachable',
        message: 'the connection to the broker was lost, and was not back within 100 ms',
      },
    });
    expect(ms).toBeGreaterThanOrEqual(99);
  });

  test('interrupts what is under way, and no message is sent twice', async () => {
    const broker = await startMosquitto();
    const opened = await open(settingsOf(broker, both));
    broker.signal('SIGSTOP');
    const under = [1, 2, 3].map((at) => opened.target.exchange(message(at), PATIENT));
    const alone = opened.target.exchange(withText(4, '\u0001'), PATIENT);
    await broker.kill();
    await broker.restart();
    expect((await Promise.all(under)).map(outcome)).toEqual(['interrupted', 'interrupted', 'interrupted']);
    // This one was not sent before, and ends the next connection.
    expect(outcome(await alone)).toBe('broker');
    expect(outcome(await opened.target.exchange(message(5), PATIENT))).toBe('published');
    await arrivalOf(opened, 5);
    for (const at of [1, 2, 3]) expect(await opened.sink.take(token(at), { count: 0, timeoutMs: 0 })).toEqual([]);
  });

  test('is left in peace when it comes back to nobody', async () => {
    const broker = await startMosquitto();
    const opened = await open(settingsOf(broker, both));
    await broker.kill();
    await opened.close();
    await broker.restart();
    const other = await open(settingsOf(broker, both));
    await other.target.exchange(message(1), PATIENT);
    await arrivalOf(other, 1);
    expect(broker.log().match(/New client connected/g)).toHaveLength(4);
  });
});

describeWithMosquitto('a message that is too long to be read', () => {
  test.each([3, 5] as const)('interrupts its reader, who is back for the next one (version %d)', async (version) => {
    const broker = await startMosquitto();
    const opened = await open(settingsOf(broker, { ...both, version }));
    const one = version === 3 ? plain : message;
    const long = one(1, { body: Buffer.alloc(16 * 1024 * 1024, 'x') });
    expect(outcome(await opened.target.exchange(long, PATIENT))).toBe('published');
    await expect.poll(() => opened.target.interruptions?.()).toBe(1);
    expect(outcome(await opened.target.exchange(one(2), PATIENT))).toBe('published');
    await arrivalOf(opened, 2);
    expect(opened.target.interruptions?.()).toBe(1);
  });
});

describe('a broker that says why it ends the connection', () => {
  /** Ends the connection with a reason instead of an acknowledgement, each time. */
  const ending =
    (reason: number): Script =>
    ({ type, socket }) => {
      if (type === PACKET.publish) socket.end(packet(PACKET.disconnect, [reason, 0]));
      return type === PACKET.publish;
    };

  test.each([
    [0x81, 'broker', 'the broker closed the connection over this very message: it said 129 (malformed packet)'],
    [0x95, 'too-large', 'the broker closed the connection over this very message: it said 149 (packet too large)'],
    [0x80, 'broker', 'the broker closed the connection over this very message'],
    [0x8b, 'interrupted', 'the connection to the broker was lost meanwhile: it said 139 (server shutting down)'],
  ])('is believed: %d', async (reason, code, text) => {
    const opened = await open(await startScriptedBroker(ending(reason)));
    const { reply } = await opened.target.exchange(message(1), PATIENT);
    expect(reply).toEqual({ kind: 'failure', failure: { code, message: text } });
    // A strange message is lost alone, unless it is not to blame.
    const before = opened.target.interruptions?.() ?? 0;
    expect(outcome(await opened.target.exchange(withText(2, '\u0001'), PATIENT))).toBe(code);
    expect((opened.target.interruptions?.() ?? 0) - before).toBe(code === 'interrupted' ? 1 : 0);
  });

  test('blames none of several', async () => {
    const opened = await open(await startScriptedBroker(ending(0x81)));
    const replies = await Promise.all([1, 2, 3].map((at) => opened.target.exchange(message(at), PATIENT)));
    expect(replies.map(outcome)).toEqual(['interrupted', 'interrupted', 'interrupted']);
  });

  test('is asked again with a pause, and not without end', async () => {
    let connections = 0;
    const settings = await startScriptedBroker(({ type, index, socket }) => {
      connections = index + 1;
      if (type === PACKET.publish) socket.end();
      if (index < 2 || type !== PACKET.connect) return type === PACKET.publish;
      socket.write(packet(PACKET.connack, [0, 0x88, 0]));
      return true;
    });
    const opened = await open(settings);
    const [first, second] = [message(1), message(2)];
    expect(outcome(await opened.target.exchange(first, PATIENT))).toBe('interrupted');
    expect(outcome(await opened.target.exchange(second, { timeoutMs: 400 }))).toBe('unreachable');
    // At once, after 50, 100, 200 ms, and so on.
    expect(connections).toBeGreaterThanOrEqual(4);
    expect(connections).toBeLessThanOrEqual(7);
  });
});

describeWithMosquitto('a broker that stands still', () => {
  test('has not taken the message in time, and that says nothing of its reader', async () => {
    const broker = await startMosquitto();
    const opened = await open(settingsOf(broker, both));
    broker.signal('SIGSTOP');
    for (const qos of [0, 1, 2] as const) {
      const { reply } = await opened.target.exchange(message(qos, { qos }), { timeoutMs: 50 });
      expect(reply).toEqual({
        kind: 'failure',
        failure: { code: 'broker', message: 'the broker did not acknowledge it within 50 ms' },
      });
    }
    const { reply } = await opened.target.exchange(withText(4, '\u0001'), { timeoutMs: 50 });
    expect(reply).toMatchObject({ failure: { code: 'broker', message: expect.stringContaining('sent before') } });
    broker.signal('SIGCONT');
    for (const at of [0, 1, 2]) await arrivalOf(opened, at);
    expect(outcome(await opened.target.exchange(message(5), PATIENT))).toBe('published');
  });
});
