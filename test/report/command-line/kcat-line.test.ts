import { describe, expect, test } from 'vitest';
import { encodeKafka } from '../../../src/binding/kafka/encode.js';
import type { KafkaMessage } from '../../../src/binding/types.js';
import { event } from '../../../src/generate/event.js';
import { sample } from '../../../src/generate/sample.js';
import { kcatLine } from '../../../src/report/command-line/kcat-line.js';
import { startKafkaListener } from './helpers/kafka-listener.js';
import { describeWithTool, runLines, SHELLS } from './helpers/shells.js';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const message = (rest: Partial<KafkaMessage> = {}): KafkaMessage => ({
  binding: 'kafka',
  headers: [['ce_id', '1']],
  body: bytes('hello'),
  ...rest,
});
const NULL = { body: bytes(''), isNull: true } as const;
const EVERY_BYTE = String.fromCharCode(...Array(256).keys());

const NASTY: readonly KafkaMessage[] = [
  message(),
  message({ body: bytes(EVERY_BYTE) }),
  message({ body: bytes('a\nend0 end\n') }),
  message({ body: bytes('\n') }),
  message({ body: bytes('\0') }),
  message({ body: bytes('-D') }),
  message({ body: bytes(`${'\xe9'.repeat(20_000)}\n`) }),
  message({ body: bytes('x'.repeat(5000)), key: bytes('x'.repeat(5000)) }),
  message({ key: bytes('k') }),
  message({ key: bytes('-k') }),
  message({ key: bytes("'$(touch pwned)`touch pwned`\xff!!%s\\n") }),
  message({ key: bytes('') }),
  message({ key: bytes(EVERY_BYTE), body: bytes(EVERY_BYTE) }),
  message({ key: bytes('a:::0\n'), body: bytes(':') }),
  message({ key: bytes('\n'), body: bytes('') }),
  message({ key: bytes(''), body: bytes('') }),
  message(NULL),
  message({ ...NULL, key: bytes('k:') }),
  message({ ...NULL, key: bytes('') }),
  message({ ...NULL, key: bytes('\0\n') }),
  message({ headers: [] }),
  message({
    headers: [
      ['b', '1'],
      ['a', ''],
      ['b', '2'],
      ['a', '='],
      ['10', '\n\t\xff'],
      ['__proto__', '\x01'],
      ['b', '1'],
    ],
  }),
  message({
    headers: [
      ["-H '$(touch pwned)`touch pwned`;", "'; touch pwned;'\\!!%s"],
      ['é', '\xc3\xa9'],
    ],
  }),
  message({ headers: [['a', '1']], nullHeaders: ['ce_subject', 'é', 'ce_subject'] }),
];

const lineOf = (sent: KafkaMessage, brokers: string, topic: string): string => {
  const made = kcatLine(sent, brokers, topic);
  if (made.kind === 'none') throw new Error(made.reason);
  expect(made.line).toMatch(/^[\x20-\x7e]+$/);
  return made.line;
};

describe('a line of kcat', () => {
  test('shows a record that a person can read', () => {
    const sent = message({ headers: [['ce_id', "it's 1"]], body: bytes('{"a":1}'), key: bytes('k') });
    expect(lineOf(sent, 'localhost:9092', 'in')).toBe(
      `printf '{"a":1}' | kcat -P -b localhost:9092 -t in -k k -H 'ce_id=it'\\''s 1'`,
    );
  });

  test('has a delimiter that the value does not have, where that has lines', () => {
    expect(lineOf(message({ headers: [], body: bytes('1\nend\nend0') }), 'h:1', 't')).toBe(
      `printf '1\\012end\\012end0' | kcat -P -b h:1 -t t -D end1`,
    );
  });

  test.each<[string, KafkaMessage]>([
    ['its value is empty and its key null', message({ body: bytes('') })],
    ['empty or has a =', message({ headers: [['', '1']] })],
    ['empty or has a =', message({ headers: [['a=b', '1']] })],
    ['empty or has a =', message({ nullHeaders: ['a='] })],
    ['no UTF-8', message({ headers: [['\ud800', '1']] })],
    ['more than bytes', message({ headers: [['a', '\u20ac']] })],
    ['a header holds a NUL', message({ headers: [['a', '\0']] })],
    ['a header ends with a line break', message({ headers: [['a', 'b\n']] })],
    ['more than 100000 characters', message({ body: bytes('\xff'.repeat(25_000)) })],
  ])('is none where %s', (why, sent) => {
    expect(kcatLine(sent, 'localhost:9092', 'in')).toEqual({
      kind: 'none',
      tool: 'kcat',
      reason: expect.stringContaining(why),
    });
  });
});

/** Those of the other half are run by the other shell. */
const GENERATED = sample(event, 'lines of kcat', 30)
  .map((one) => encodeKafka([one], 'binary'))
  .filter((one) => kcatLine(one, 'h:1', 'in').kind === 'line');

describeWithTool('kcat', 'kcat', 'a line of kcat that is run', () => {
  test.each(SHELLS)('sends the record byte for byte, from %s', async (shell) => {
    expect(GENERATED.length).toBeGreaterThan(20);
    const topic = 'in.a-b_1';
    const { address, records } = await startKafkaListener(topic);
    const all = [...NASTY, ...GENERATED.filter((_, at) => at % 2 === SHELLS.indexOf(shell))];
    await runLines(
      shell,
      all.map((one) => lineOf(one, address, topic)),
    );
    expect(records).toEqual(all.map((one) => ({ ...one, body: new Uint8Array(one.body) })));
  });
});
