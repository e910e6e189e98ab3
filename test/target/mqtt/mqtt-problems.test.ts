// Why a broker cannot be used: each reason is told apart from the others, in time, and without the secrets of the address.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { type MqttProblem, mqttProblemOf } from '../../../src/target/mqtt/mqtt-problem.js';
import { openMqtt } from '../../../src/target/mqtt/open-mqtt.js';
import type { MqttSettings } from '../../../src/target/mqtt/types.js';
import { freePort, startNetServer } from '../helpers/net-server.js';
import { selfSigned } from '../helpers/self-signed.js';
import { describeWithMosquitto, settingsOf, startMosquitto } from './helpers/mosquitto.js';
import { PATIENT } from './helpers/open.js';
import { PACKET, packet, type Script, startScriptedBroker } from './helpers/scripted-broker.js';

/** The problem of opening a broker. */
async function problemOf(settings: MqttSettings, timeoutMs: number = PATIENT.timeoutMs): Promise<MqttProblem> {
  const error = await openMqtt(settings, { timeoutMs }).then(
    () => expect.fail('it was opened'),
    (reason: unknown) => reason,
  );
  const problem = mqttProblemOf(error) ?? expect.fail(String(error));
  expect(problem.message).toMatch(/^failed to (open the MQTT broker at "\S+"|subscribe to "\S+"): .*[^.]$/);
  expect(problem.hint).toMatch(/./);
  expect(JSON.stringify(problem)).not.toContain('s3cret');
  return problem;
}

const found = async (settings: MqttSettings, timeoutMs?: number): Promise<readonly [string, string]> => {
  const { code, message } = await problemOf(settings, timeoutMs);
  return [code, message.replace(/^failed to [^"]*"[^"]*": /, '')];
};

const says =
  (type: number, answer: (body: Buffer) => Buffer): Script =>
  (given) => {
    if (given.type !== type) return false;
    given.socket.write(answer(given.body));
    return true;
  };

describe('no broker', () => {
  test('where nobody listens', async () => {
    const settings = settingsOf({ port: await freePort() });
    expect(await found(settings)).toEqual(['mqtt.unreachable', 'no connection to the target (ECONNREFUSED)']);
    expect(await found({ ...settings, tls: true })).toEqual([
      'mqtt.unreachable',
      expect.stringContaining('ECONNREFUSED'),
    ]);
  });

  test('where the host is none', async () => {
    const settings = { ...settingsOf({ port: 1883 }), host: 'no-such-host.invalid' };
    expect((await found(settings))[0]).toBe('mqtt.unreachable');
  });

  test('where something else answers', async () => {
    const http = await startNetServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const other = await startNetServer((socket) => socket.write('220 ready\r\n'));
    expect(await found(settingsOf({ port: Number(http.url.port) }))).toEqual([
      'mqtt.protocol',
      'what answers is no MQTT broker: it looks like HTTP',
    ]);
    expect(await found(settingsOf({ port: Number(other.url.port) }))).toEqual([
      'mqtt.protocol',
      'what answers is no MQTT broker: it looks like another protocol',
    ]);
  });

  test('where nothing answers', async () => {
    let closed: Promise<unknown> | undefined;
    const server = await startNetServer((socket) => {
      closed = once(socket.resume(), 'close');
    });
    expect(await found(settingsOf({ port: Number(server.url.port) }), 50)).toEqual([
      'mqtt.protocol',
      'it takes the connection and does not answer within 50 ms',
    ]);
    await closed;
  });

  test('where the connection is closed at once', async () => {
    const closing = await startNetServer((socket) => socket.once('data', () => socket.end()));
    const resetting = await startNetServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
    for (const { url } of [closing, resetting]) {
      expect(await found(settingsOf({ port: Number(url.port) }))).toEqual([
        'mqtt.protocol',
        'it closed the connection without an answer',
      ]);
    }
  });

  test('where a packet comes that is none', async () => {
    const broken = await startScriptedBroker(says(PACKET.connect, () => packet(PACKET.connack, [0xff, 0, 0])));
    expect((await found(broken))[0]).toBe('mqtt.protocol');
  });
});

describe('a broker that says no', () => {
  test.each([
    [0x80, 'mqtt.refused', 'the broker said 128 (unspecified error)'],
    [0x84, 'mqtt.version', 'the broker said 132 (unsupported protocol version)'],
    [0x86, 'mqtt.auth', 'the broker said 134 (bad user name or password)'],
    [0x87, 'mqtt.auth', 'the broker said 135 (not authorized)'],
    [0x88, 'mqtt.refused', 'the broker said 136 (server unavailable)'],
    [0xfe, 'mqtt.refused', 'the broker said 254'],
  ])('with code %d', async (code, problem, seen) => {
    const connack = (): Buffer => packet(PACKET.connack, [0, code, 0]);
    expect(await found(await startScriptedBroker(says(PACKET.connect, connack)))).toEqual([problem, seen]);
  });

  test.each([
    [1, 'mqtt.version', 'the broker said 1 (unacceptable protocol version)'],
    [3, 'mqtt.refused', 'the broker said 3 (server unavailable)'],
    [4, 'mqtt.auth', 'the broker said 4 (bad user name or password)'],
    [5, 'mqtt.auth', 'the broker said 5 (not authorized)'],
  ])('with return code %d, to either version', async (code, problem, seen) => {
    // This is how a broker that knows 3.1.1 alone answers to version 5, too.
    const connack = (): Buffer => packet(PACKET.connack, [0, code]);
    const broker = await startScriptedBroker(says(PACKET.connect, connack));
    for (const version of [3, 5] as const) expect(await found({ ...broker, version })).toEqual([problem, seen]);
    expect((await problemOf({ ...broker, version: 5 })).hint).toContain(code === 1 ? 'version=3' : '');
  });

  test('to the subscription', async () => {
    const suback = (body: Buffer): Buffer => packet(PACKET.suback, [...body.subarray(0, 2), 0, 0x87]);
    const broker = await startScriptedBroker(says(PACKET.subscribe, suback), { reply: 'out' });
    expect(await problemOf(broker)).toMatchObject({
      code: 'mqtt.denied',
      message: 'failed to subscribe to "out": the broker said 135 (not authorized)',
    });
    const plain = (body: Buffer): Buffer => packet(PACKET.suback, [...body.subarray(0, 2), 0x80]);
    const old = await startScriptedBroker(
      ({ type, body, socket }) => {
        if (type === PACKET.connect) socket.write(packet(PACKET.connack, [0, 0]));
        if (type === PACKET.subscribe) socket.write(plain(body));
        return type === PACKET.connect || type === PACKET.subscribe;
      },
      { version: 3 },
    );
    expect(await found(old)).toEqual(['mqtt.denied', 'the broker said 128 (unspecified error)']);
  });

  test('to the subscription, by an end or by nothing', async () => {
    const closing = await startScriptedBroker(({ type, socket }) => {
      if (type === PACKET.subscribe) socket.end();
      return type === PACKET.subscribe;
    });
    expect(await found(closing)).toEqual(['mqtt.denied', 'the broker closed the connection']);
    const silent = await startScriptedBroker(({ type }) => type === PACKET.subscribe);
    expect((await found(silent, 100))[0]).toBe('mqtt.timeout');
  });

  test('to the second connection, after the first was subscribed', async () => {
    let closed: Promise<unknown> | undefined;
    const broker = await startScriptedBroker(({ type, index, socket }) => {
      if (index === 0) {
        closed ??= once(socket, 'close');
        return false;
      }
      if (type === PACKET.connect) socket.write(packet(PACKET.connack, [0, 0x97, 0]));
      return true;
    });
    expect(await found(broker)).toEqual(['mqtt.refused', 'the broker said 151 (quota exceeded)']);
    await closed;
  });
});

/** As mosquitto_passwd writes it: `$6$`, a salt and SHA-512 of password and salt. */
function passwordEntry(password: string): string {
  const salt = Buffer.from('a salt, twelve').subarray(0, 12);
  const hash = createHash('sha512').update(password).update(salt).digest('base64');
  return `$6$${salt.toString('base64')}$${hash}`;
}

describeWithMosquitto('a broker that wants to know who is there', () => {
  const lines = ['allow_anonymous false', 'password_file DIR/passwords'];
  const files = { passwords: `conform:${passwordEntry('s3cret/@')}\n` };

  test.each([3, 5] as const)('refuses others, and takes whom it knows (version %d)', async (version) => {
    const broker = await startMosquitto(lines, files);
    const settings = settingsOf(broker, { version });
    const nobody = await problemOf(settings);
    expect(nobody.code).toBe('mqtt.auth');
    expect(nobody.hint).toContain('mqtt://USER:PASSWORD@HOST');
    const wrong = await problemOf({ ...settings, username: 'conform', password: 's3cret' });
    expect(wrong.code).toBe('mqtt.auth');
    expect(wrong.hint).toContain('check USER:PASSWORD@');
    const opened = await openMqtt({ ...settings, username: 'conform', password: 's3cret/@' }, PATIENT);
    expect(opened.sink.url.href).not.toContain('conform@');
    expect(opened.target.name).toBe(`127.0.0.1:${broker.port}`);
    await opened.close();
  });
});

describeWithMosquitto('a broker with TLS', () => {
  const identity = selfSigned();
  const lines = ['allow_anonymous true', 'certfile DIR/cert.pem', 'keyfile DIR/key.pem'];
  const files = { 'cert.pem': identity.cert, 'key.pem': identity.key };

  test('is trusted where its authority is, or where any is', async () => {
    const broker = await startMosquitto(lines, files);
    const settings = settingsOf(broker, { tls: true });
    for (const trust of [{ ca: identity.cert }, { insecure: true }, { ca: identity.cert, host: 'localhost' }]) {
      const opened = await openMqtt({ ...settings, ...trust }, PATIENT);
      expect(opened.sink.url.protocol).toBe('mqtts:');
      await opened.close();
    }
    expect((await found(settings))[0]).toBe('mqtt.tls');
    expect((await found({ ...settings, ca: selfSigned('other').cert }))[0]).toBe('mqtt.tls');
  });

  test('is not met without TLS, nor one without TLS with it', async () => {
    const secure = await startMosquitto(lines, files);
    expect(['mqtt.tls', 'mqtt.protocol']).toContain((await found(settingsOf(secure)))[0]);
    const open = await startMosquitto();
    expect((await found(settingsOf(open, { tls: true, insecure: true })))[0]).toBe('mqtt.tls');
  });
});
