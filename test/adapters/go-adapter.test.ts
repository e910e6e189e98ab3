// The Go module github.com/cloudevents/sdk-go/v2 behind the adapter protocol: what adapters/go hands over and writes down.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeHttp } from '../../src/binding/http/encode.js';
import { binaryEvent, plainEvent } from '../../src/cli/adapter-check/sample-events.js';
import { adapterCheck } from '../../src/cli/commands/adapter-check.js';
import { packageRoot } from '../../src/engine/package-root.js';
import type { WireEvent } from '../../src/event/wire.js';
import { toAdapterMessage } from '../../src/target/adapter/adapter-message.js';
import { greet } from '../../src/target/adapter/greet.js';
import type { Adapter } from '../../src/target/adapter/protocol.js';
import { startAdapter } from '../../src/target/adapter/start-adapter.js';
import { memoryIo } from '../cli/helpers/memory-io.js';
import { bodyText, headersOf, type Questions, questions } from './helpers/ask.js';
import { goKafka } from './helpers/go-kafka.js';
import { linesOfCode } from './helpers/lines-of-code.js';
import { buildSubject, describeWith, subject } from './helpers/toolchain.js';
import { withoutClaim } from './helpers/without-claim.js';

const go = subject('go');
const folder = join(packageRoot(), go.folder);
const MODULE = 'github.com/cloudevents/sdk-go/v2';
const CESQL = 'github.com/cloudevents/sdk-go/sql/v2';
const KAFKA = 'github.com/cloudevents/sdk-go/protocol/kafka_sarama/v2';
const event: WireEvent = {
  attributes: { specversion: '1.0', id: '1', source: '/s', type: 't', time: '2026-01-02T03:04:05Z' },
};
const ceHeaders = Object.entries(event.attributes).map(
  ([name, value]) => [`ce-${name}`, { text: String(value) }] as const,
);
const base64 = (text: string): { base64: string } => ({ base64: Buffer.from(text).toString('base64') });

describeWith('go', 'the Go adapter', () => {
  let adapter: Adapter;
  let ask: Questions;
  beforeAll(() => {
    buildSubject(go);
    adapter = startAdapter(go.run, { cwd: packageRoot() });
    ask = questions(adapter);
  }, 300_000);
  afterAll(() => adapter.close());

  test('says who it is, and what the SDK’s documentation says it does', async () => {
    const versions = readFileSync(join(folder, 'go.mod'), 'utf8').matchAll(/^\t(\S+\/v2) (\S+)$/gm);
    const { [MODULE]: pinned, ...others } = Object.fromEntries([...versions].map(([, name, at]) => [name, at]));
    expect(others).toEqual({ [CESQL]: pinned, [KAFKA]: pinned });
    expect(await greet(adapter, { timeoutMs: 20_000 })).toEqual({
      kind: 'hello',
      hello: {
        kind: 'hello',
        name: MODULE,
        version: pinned,
        language: 'go',
        supports: [
          'decode:http-binary',
          'decode:http-structured',
          'decode:http-batch',
          'encode:http-binary',
          'encode:http-structured',
          'encode:http-batch',
          'decode:kafka-binary',
          'decode:kafka-structured',
          'encode:kafka-binary',
          'encode:kafka-structured',
          'encode:kafka-key',
          'encode:kafka-mapper',
          'evaluate:cesql',
          'evaluate:functions',
          'validate',
        ],
      },
    });
  });

  test('asks the SDK, its CESQL and its Kafka in few lines of code; the lines of the protocol are apart', () => {
    expect(linesOfCode(join(folder, 'main.go'), '//')).toBeLessThanOrEqual(60);
    for (const file of ['cesql.go', 'kafka.go']) {
      expect(linesOfCode(join(folder, file), '//')).toBeLessThanOrEqual(80);
    }
    // All that these know of the SDK is the type of its events.
    for (const file of ['protocol.go', 'records.go']) {
      const known = readFileSync(join(folder, file), 'utf8').match(/cloudevents\.\w+|kafka_sarama/g);
      expect(new Set(known)).toEqual(new Set(['cloudevents.Event']));
    }
  });

  test('is formatted, and the benchmark beside it compiles', () => {
    expect(execFileSync('gofmt', ['-l', '.'], { cwd: folder, encoding: 'utf8' })).toBe('');
    execFileSync('go', ['vet', '-mod=readonly', './...'], { cwd: folder, stdio: 'pipe' });
  }, 300_000);

  test('passes adapter check, but for what the SDK itself adds to each event in binary mode over Kafka', async () => {
    const check = async (argv: readonly string[]): Promise<readonly [number, string]> => {
      const io = memoryIo();
      return [await adapterCheck(argv, {}, io), io.stdout()];
    };
    const word = 'decode:kafka-binary';
    expect(await check(withoutClaim(go.run, word))).toEqual([0, expect.stringContaining('Everything holds')]);
    const [exit, said] = await check(go.run);
    expect([exit, said]).toEqual([1, expect.stringContaining(`✖ ${word}: a plain event goes through`)]);
    expect(said).toContain('the attribute "kafkaoffset" went in as nothing and came out as "0"');
  });

  describe('decode', () => {
    test.each(['binary', 'structured', 'batch'] as const)('%s', async (mode) => {
      const reply = await ask.decode(toAdapterMessage(encodeHttp([plainEvent('one')], mode)));
      expect(reply).toMatchObject({
        kind: 'events',
        events: [{ attributes: { id: 'one', region: 'eu', subject: 'plain' }, data: base64('{"id":"one"}') }],
      });
      const [first] = reply.kind === 'events' ? reply.events : [];
      const names = ['datacontenttype', 'id', 'region', 'source', 'specversion', 'subject', 'time', 'type'];
      expect(Object.keys(first?.attributes ?? {}).toSorted()).toEqual(names);
    });

    test('data is the bytes that the SDK holds, and no data is no data', async () => {
      const reply = await ask.decode(toAdapterMessage(encodeHttp([binaryEvent('bytes')], 'structured')));
      expect(reply).toMatchObject({ events: [{ data: { base64: 'AP/+gArDKA==' } }] });
      const none = await ask.decode({ headers: ceHeaders });
      expect(none).toEqual({ kind: 'events', events: [{ attributes: event.attributes }] });
    });

    test('header values are bytes, and repeated headers are lines of their own, as in net/http', async () => {
      const headers = [...ceHeaders, ['ce-a', { base64: '4oKs' }] as const, ['CE-A', { text: 'y' }] as const];
      expect(await ask.decode({ headers })).toMatchObject({ events: [{ attributes: { a: '€' } }] });
    });

    test('native values stay native', async () => {
      const body = JSON.stringify({ ...event.attributes, num: 7, flag: true, none: null });
      const headers = [['content-type', { text: 'application/cloudevents+json' }]] as const;
      expect(await ask.decode({ headers, body: { text: body } })).toEqual({
        kind: 'events',
        events: [{ attributes: { ...event.attributes, num: 7, flag: true } }],
      });
    });

    test('what is no event is rejected, in the SDK’s words, and the next is read', async () => {
      expect(await ask.decode({ headers: [] })).toEqual({ kind: 'rejected', reason: 'unknown Message encoding' });
      const rejected = { kind: 'rejected', reason: expect.stringMatching(/./) };
      for (const type of ['application/cloudevents+json', 'application/cloudevents-batch+json']) {
        const headers = [['content-type', { text: type }]] as const;
        for (const text of ['{', '[{}]', '"x"', '{"id":5}', '['.repeat(5000)]) {
          expect(await ask.decode({ headers, body: { text } })).toEqual(rejected);
        }
      }
      expect(await ask.decode({ headers: ceHeaders })).toMatchObject({ events: [{ attributes: { id: '1' } }] });
    });

    test('a panic of the SDK is a refusal that says so, and the next is read', async () => {
      expect(await ask.decode({ headers: [...ceHeaders, ['ce-', { text: 'x' }]] })).toEqual({
        kind: 'rejected',
        reason: expect.stringMatching(/^panic: /),
      });
      expect(await ask.decode({ headers: ceHeaders })).toMatchObject({ events: [{ attributes: { id: '1' } }] });
    });
  });

  describe('encode', () => {
    const dataOf = async (datacontenttype: string, data: WireEvent['data']): Promise<unknown> => {
      const one = { attributes: { ...event.attributes, datacontenttype }, ...(data && { data }) };
      const { data: json, data_base64: bytes } = JSON.parse(bodyText(await ask.encode('structured', one)));
      return json ?? bytes;
    };

    test('binary', async () => {
      const one = {
        attributes: { ...event.attributes, num: 7, flag: true, datacontenttype: 'application/json' },
        data: { json: { a: 1 } },
      };
      const reply = await ask.encode('binary', one);
      expect(headersOf(reply)).toEqual({
        'content-type': 'application/json',
        'ce-flag': 'true',
        'ce-id': '1',
        'ce-num': '7',
        'ce-source': '/s',
        'ce-specversion': '1.0',
        'ce-time': '2026-01-02T03:04:05Z',
        'ce-type': 't',
      });
      expect(bodyText(reply)).toBe('{"a":1}');
    });

    test('no data is no body', async () => {
      const reply = await ask.encode('binary', event);
      expect(reply.kind === 'message' && reply.message).not.toHaveProperty('body');
    });

    test('structured: JSON and plain text are encoded by the SDK, any other text is handed over as bytes', async () => {
      expect(await dataOf('application/json', { json: [1, 'a'] })).toEqual([1, 'a']);
      expect(await dataOf('text/plain', { text: 'hi' })).toBe('hi');
      expect(await dataOf('text/csv', { text: 'a,b' })).toBe(base64('a,b').base64);
      expect(await dataOf('image/png', { base64: '/wA=' })).toBe('/wA=');
    });

    test('batch', async () => {
      const reply = await ask.encode('batch', event, { ...event, data: { json: 5 } });
      expect(headersOf(reply)).toEqual({ 'content-type': 'application/cloudevents-batch+json' });
      expect(JSON.parse(bodyText(reply))).toEqual([event.attributes, { ...event.attributes, data: 5 }]);
      expect(JSON.parse(bodyText(await ask.encode('batch')))).toEqual([]);
    });

    test('an event that the SDK refuses is rejected', async () => {
      expect(await ask.encode('binary', { attributes: { ...event.attributes, 'Bad-': 'x' } })).toEqual({
        kind: 'rejected',
        reason: expect.stringContaining('bad key'),
      });
      const { id: _, ...without } = event.attributes;
      for (const mode of ['binary', 'structured', 'batch'] as const) {
        expect(await ask.encode(mode, { attributes: without })).toMatchObject({ kind: 'rejected' });
      }
    });
  });

  goKafka(() => adapter);

  test('validate', async () => {
    expect(await ask.validate(event)).toEqual({ kind: 'valid' });
    const { type: _, ...without } = event.attributes;
    expect(await ask.validate({ attributes: without })).toEqual({
      kind: 'invalid',
      reason: expect.stringContaining('type: MUST be a non-empty string'),
    });
    const invalid = { kind: 'invalid', reason: expect.stringMatching(/./) };
    for (const [name, value] of [
      ['specversion', '2.0'],
      ['time', '2018-04-05'],
      ['id', 5],
      ['Bad-', 'x'],
      ['dataschema', 'relative'],
    ] as const) {
      expect(await ask.validate({ attributes: { ...event.attributes, [name]: value } })).toEqual(invalid);
    }
  });

  describe('evaluate', () => {
    const evaluate = (expression: string, more: WireEvent['attributes'] = {}): Promise<unknown> =>
      ask.evaluate(expression, { attributes: { ...event.attributes, ...more } });
    const gives = (value: boolean | number | string, ...errors: readonly string[]): object => ({
      kind: 'value',
      value,
      errors,
    });

    test('values are those of the engine, and extensions keep their types', async () => {
      const typed = { num: 7, flag: true, text: '7' };
      expect(await evaluate('num = 7 AND flag', typed)).toEqual(gives(true));
      expect(await evaluate('num', typed)).toEqual(gives(7));
      expect(await evaluate('text', typed)).toEqual(gives('7'));
      expect(await evaluate('time')).toEqual(gives('2026-01-02T03:04:05Z'));
    });

    test.each([
      ['1 / 0', 0, 'math'],
      ["'x' + 1", 0, 'cast'],
      ['missing = 1', false, 'missingAttribute'],
      ['NOSUCH(1)', false, 'missingFunction'],
      ["LEFT('abc', -2)", 'abc', 'functionEvaluation'],
    ] as const)('%s has its value and the kind of its error', async (expression, value, kind) => {
      expect(await evaluate(expression)).toEqual(gives(value, kind));
    });

    test('what is no expression is a parse error without a value', async () => {
      expect(await evaluate('2147483648')).toEqual({ kind: 'value', errors: ['parse'] });
    });

    test.each([
      ["CONFORM_F('a')", gives('one:a')],
      ["CONFORM_F('a', 2)", gives('two:a,2')],
      ["CONFORM_F('a', 'b', 'c', 'd')", gives('many:4')],
      ["CONFORM_CLASH('a', 'b', 'c')", gives('three')],
      ["CONFORM_CLASH('a')", gives(false, 'missingFunction')],
      ["CONFORM_FAIL('a')", gives(0, 'functionEvaluation')],
    ])('%s', async (expression, reply) => {
      expect(await evaluate(expression)).toEqual(reply);
    });

    test('a panic of the engine is told as such, and the next is answered', async () => {
      expect(await evaluate('4-1')).toEqual({ kind: 'thrown', reason: expect.stringMatching(/^panic: .*nil pointer/) });
      expect(await evaluate('4 - 1')).toEqual(gives(3));
    });
  });
});
