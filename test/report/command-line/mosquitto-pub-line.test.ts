import { describe, expect, test } from 'vitest';
import { encodeMqtt5 } from '../../../src/binding/mqtt5/encode.js';
import { event } from '../../../src/generate/event.js';
import { sample } from '../../../src/generate/sample.js';
import { mosquittoPubLine } from '../../../src/report/command-line/mosquitto-pub-line.js';
import type { MqttArrival, MqttPublish } from '../../../src/target/types.js';
import { reportMissing } from '../../adapters/helpers/toolchain.js';
import { hasMosquitto, MISSING_MOSQUITTO, settingsOf, startMosquitto } from '../../target/mqtt/helpers/mosquitto.js';
import { open, PATIENT } from '../../target/mqtt/helpers/open.js';
import { describeWithTool, runLines, SHELLS } from './helpers/shells.js';

const message = (rest: Partial<Omit<MqttPublish, 'body'>> & { readonly body?: string } = {}): MqttPublish => ({
  binding: 'mqtt5',
  headers: [['id', '1']],
  ...rest,
  body: Buffer.from(rest.body ?? 'hello', 'latin1'),
});
const EVERY_BYTE = String.fromCharCode(...Array(256).keys());
const NOT_ASCII = '\xc3\xa9\xf0\x9f\x98\x80';

const NASTY: readonly MqttPublish[] = [
  message(),
  message({ body: EVERY_BYTE }),
  message({ body: '' }),
  message({ body: '\0' }),
  message({ body: '-t' }),
  message({ body: 'a\n\n' }),
  message({ body: 'x'.repeat(20_000) }),
  message({ body: `${'\xe9'.repeat(20_000)}\n` }),
  message({ headers: [] }),
  message({ headers: [], contentType: 'application/json', payloadFormat: 1, qos: 2 }),
  message({ contentType: 'a/b', payloadFormat: 0 }),
  message({ contentType: 'a/b; c="é%$(touch pwned)"' }),
  message({
    headers: [
      ['b', '1'],
      ['a', ''],
      ['b', '2'],
      ['', ''],
      ['', 'x'],
      ['b', '1'],
      ['10', ''],
      ['__proto__', ''],
    ],
  }),
  message({
    headers: [
      ['-D', '--help'],
      ["'; touch pwned;'", '$(touch pwned)`touch pwned`\\!!%s'],
      ['é', NOT_ASCII],
    ],
  }),
];

/** As it arrives: the properties and the payload, with QoS 2 at most. */
const arrival = ({ qos = 1, ...rest }: MqttPublish): MqttArrival => ({ ...rest, body: new Uint8Array(rest.body), qos });

const lineOf = (sent: MqttPublish, port: number, topic: string): string => {
  const version = sent.binding === 'mqtt5' ? 5 : 3;
  const made = mosquittoPubLine(sent, { kind: 'mqtt', host: '127.0.0.1', port, topic, version });
  if (made.kind === 'none') throw new Error(made.reason);
  expect(made.line).toMatch(/^[\x20-\x7e]+$/);
  return made.line;
};

describe('a line of mosquitto_pub', () => {
  test('shows a message that a person can read', () => {
    const sent = message({ headers: [['id', 'a b']], contentType: 'a/b', body: '{"a":1}' });
    expect(lineOf(sent, 1883, 'in/a').split(' -D publish ')).toEqual([
      'mosquitto_pub -h 127.0.0.1 -p 1883 -V mqttv5 -q 1 -t in/a',
      'content-type a/b',
      `user-property id 'a b' -m '{"a":1}'`,
    ]);
  });

  test.each<[string, MqttPublish]>([
    ['a property is no UTF-8', message({ headers: [['a', '\xff']] })],
    ['a property is no UTF-8', message({ contentType: '\ud800' })],
    ['a control character', message({ headers: [['a', '\0']] })],
    ['a control character', message({ headers: [['a', 'b\n']] })],
    ['a noncharacter', message({ headers: [['\uffff', 'b']] })],
    ['a control character', message({ contentType: '\x7f' })],
    ['its content type is empty', message({ contentType: '' })],
    ['longer than any string', message({ headers: [['a', 'x'.repeat(65_536)]] })],
    ['more than 100000 characters', message({ body: '\xff'.repeat(25_000) })],
  ])('is none where %s', (why, sent) => {
    expect(mosquittoPubLine(sent, { kind: 'mqtt', host: 'localhost', port: 1883, topic: 'in', version: 5 })).toEqual({
      kind: 'none',
      tool: 'mosquitto_pub',
      reason: expect.stringContaining(why),
    });
  });

  test('is none for a topic that no message can have', () => {
    const where = { kind: 'mqtt', host: 'localhost', port: 1883, topic: 'in/#', version: 5 } as const;
    expect(mosquittoPubLine(message(), where)).toMatchObject({ reason: expect.stringContaining('wildcard') });
  });
});

if (hasMosquitto()) {
  describeWithTool('mosquitto_pub', 'mosquitto-clients', 'a line of mosquitto_pub that is run', () => {
    test.each(SHELLS)('publishes the message byte for byte, from %s', async (shell) => {
      const { port } = await startMosquitto();
      const topic = "in/a'$(touch pwned)é";
      const arrived: MqttArrival[] = [];
      const onMessage = (one: MqttArrival): void => void arrived.push(one);
      const { target } = await open(settingsOf({ port }, { in: topic, reply: topic, qos: 2, onMessage }));
      const generated = sample(event, 'lines of mosquitto_pub', 40)
        .filter((_, at) => at % 2 === SHELLS.indexOf(shell))
        .map((one): MqttPublish => ({ ...encodeMqtt5([one], 'binary'), qos: 1 }))
        .filter((one) => mosquittoPubLine(one, { kind: 'mqtt', host: 'h', port, topic, version: 5 }).kind === 'line');
      expect(generated.length).toBeGreaterThan(10);
      const all = [...NASTY, ...generated];
      await runLines(
        shell,
        all.map((one) => lineOf(one, port, topic)),
      );
      await target.exchange(message({ body: 'last' }), PATIENT);
      await expect.poll(() => arrived.length, { timeout: 60_000 }).toBe(all.length + 1);
      expect(arrived.slice(0, -1)).toEqual(all.map(arrival));
    });

    test('publishes the payload alone over MQTT 3.1.1', async () => {
      const { port } = await startMosquitto();
      const arrived: MqttArrival[] = [];
      const onMessage = (one: MqttArrival): void => void arrived.push(one);
      await open(settingsOf({ port }, { in: 'in', reply: 'in', version: 3, onMessage }));
      const sent: MqttPublish = { binding: 'mqtt3', headers: [], body: Buffer.from(EVERY_BYTE, 'latin1'), qos: 1 };
      await runLines('dash', [lineOf(sent, port, 'in')]);
      await expect.poll(() => arrived.length, { timeout: 60_000 }).toBe(1);
      expect(arrived).toEqual([arrival(sent)]);
    });
  });
} else {
  test(MISSING_MOSQUITTO, () => reportMissing(MISSING_MOSQUITTO));
}
