// The Maven artefacts io.cloudevents:* behind the adapter protocol: what adapters/java hands over and writes down.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeHttp } from '../../src/binding/http/encode.js';
import { binaryEvent, plainEvent } from '../../src/cli/adapter-check/sample-events.js';
import { adapterCheck } from '../../src/cli/commands/adapter-check.js';
import { packageRoot } from '../../src/engine/package-root.js';
import type { JsonValue } from '../../src/event/types.js';
import type { WireEvent } from '../../src/event/wire.js';
import { toAdapterMessage } from '../../src/target/adapter/adapter-message.js';
import { greet } from '../../src/target/adapter/greet.js';
import type { Adapter, AdapterReply } from '../../src/target/adapter/protocol.js';
import { startAdapter } from '../../src/target/adapter/start-adapter.js';
import { memoryIo } from '../cli/helpers/memory-io.js';
import { bodyText, headersOf, type Questions, questions } from './helpers/ask.js';
import { javaKafka } from './helpers/java-kafka.js';
import { linesOfCode } from './helpers/lines-of-code.js';
import { buildSubject, describeWith, subject } from './helpers/toolchain.js';

const java = subject('java');
const folder = join(packageRoot(), java.folder);
const pom = readFileSync(join(folder, 'pom.xml'), 'utf8');
const sources = join(folder, 'src/main/java/conform');
const event: WireEvent = {
  attributes: { specversion: '1.0', id: '1', source: '/s', type: 't', time: '2026-01-02T03:04:00Z' },
};
const ceHeaders = Object.entries(event.attributes).map(
  ([name, value]) => [`ce-${name}`, { text: String(value) }] as const,
);
const base64 = (text: string): { base64: string } => ({ base64: Buffer.from(text).toString('base64') });

describeWith(java.needs, 'the Java adapter', () => {
  let adapter: Adapter;
  let ask: Questions;
  beforeAll(() => {
    buildSubject(java);
    adapter = startAdapter(java.run, { cwd: packageRoot() });
    ask = questions(adapter);
  }, 900_000);
  afterAll(() => adapter.close());

  const structured = (json: unknown): Promise<AdapterReply> => {
    const headers = [['content-type', { text: 'application/cloudevents+json' }]] as const;
    return ask.decode({ headers, body: { text: JSON.stringify(json) } });
  };

  test('says who it is, and what the SDK’s documentation says it does', async () => {
    const [, pinned] = /<cloudevents\.version>(.+)<\/cloudevents\.version>/.exec(pom) ?? [];
    expect(await greet(adapter, { timeoutMs: 20_000 })).toEqual({
      kind: 'hello',
      hello: {
        kind: 'hello',
        name: 'io.cloudevents',
        version: pinned,
        language: 'java',
        supports: [
          'decode:http-binary',
          'decode:http-structured',
          'encode:http-binary',
          'encode:http-structured',
          'decode:kafka-binary',
          'decode:kafka-structured',
          'encode:kafka-binary',
          'encode:kafka-structured',
          'encode:kafka-key',
          'encode:kafka-mapper',
          'evaluate:cesql',
          'evaluate:complete',
          'evaluate:functions',
        ],
      },
    });
  });

  test('asks the SDK, its Kafka and its CESQL in few lines of code; the lines of the protocol are apart', () => {
    expect(linesOfCode(join(sources, 'Adapter.java'), '//')).toBeLessThanOrEqual(80);
    expect(linesOfCode(join(sources, 'Kafka.java'), '//')).toBeLessThanOrEqual(80);
    expect(linesOfCode(join(sources, 'Cesql.java'), '//')).toBeLessThanOrEqual(120);
    // All that Protocol.java knows of the SDK is the type of its events, and where its artefact tells the version.
    const known = readFileSync(join(sources, 'Protocol.java'), 'utf8').match(/^import io\.cloudevents\..*$/gm);
    expect(known).toEqual(['import io.cloudevents.CloudEvent;', 'import io.cloudevents.http.HttpMessageFactory;']);
  });

  test('is pinned, plugins and all, and names no registry', () => {
    const parts = pom.match(/<(dependency|plugin)>.*?<\/artifactId>\s*<version>[^<]+/gs) ?? [];
    expect(parts.length).toBe(pom.match(/<(dependency|plugin)>/g)?.length);
    for (const part of parts) expect(part).toMatch(/<version>(\d+(\.\d+)+|\$\{cloudevents\.version\})$/);
    expect(pom).toMatch(/<cloudevents\.version>\d+(\.\d+)+</);
    expect(pom).not.toMatch(/repositor|https:/i);
  });

  test('passes adapter check', async () => {
    const io = memoryIo();
    expect([await adapterCheck(java.run, {}, io), io.stdout()]).toEqual([
      0,
      expect.stringContaining('Everything holds'),
    ]);
  });

  describe('decode', () => {
    test.each([
      ['binary', base64('{"id":"one"}')],
      ['structured', { json: { id: 'one' } }],
    ] as const)('%s', async (mode, data) => {
      const reply = await ask.decode(toAdapterMessage(encodeHttp([plainEvent('one')], mode)));
      expect(reply).toMatchObject({
        kind: 'events',
        events: [{ attributes: { id: 'one', region: 'eu', subject: 'plain' }, data }],
      });
      const [first] = reply.kind === 'events' ? reply.events : [];
      const names = ['datacontenttype', 'id', 'region', 'source', 'specversion', 'subject', 'time', 'type'];
      expect(Object.keys(first?.attributes ?? {}).toSorted()).toEqual(names);
    });

    test('data is what the SDK holds, and no data is no data; seconds that are zero stay', async () => {
      const reply = await ask.decode(toAdapterMessage(encodeHttp([binaryEvent('bytes')], 'structured')));
      expect(reply).toMatchObject({ events: [{ data: { base64: 'AP/+gArDKA==' } }] });
      const none = await ask.decode({ headers: ceHeaders });
      expect(none).toEqual({ kind: 'events', events: [{ attributes: event.attributes }] });
    });

    test('a header value is a character for each byte, and each line is handed over', async () => {
      const headers = [...ceHeaders, ['ce-a', { text: 'y' }] as const, ['CE-A', { base64: '4oKs' }] as const];
      expect(await ask.decode({ headers })).toMatchObject({ events: [{ attributes: { a: '\xe2\x82\xac' } }] });
    });

    test('native values stay native', async () => {
      const attributes = { ...event.attributes, num: 7, flag: true };
      expect(await structured(attributes)).toEqual({ kind: 'events', events: [{ attributes }] });
    });

    test('what is no event is rejected, in the SDK’s words, and the next is read', async () => {
      expect(await ask.decode({ headers: [] })).toEqual({
        kind: 'rejected',
        reason: expect.stringContaining('Unknown encoding'),
      });
      const rejected = { kind: 'rejected', reason: expect.stringMatching(/./) };
      const headers = [['content-type', { text: 'application/cloudevents+json' }]] as const;
      for (const text of ['{', '', '[{}]', '"x"', '{"specversion":5}', '['.repeat(100_000)]) {
        expect(await ask.decode({ headers, body: { text } })).toEqual(rejected);
      }
      const batch = toAdapterMessage(encodeHttp([plainEvent('one')], 'batch'));
      expect(await ask.decode(batch)).toEqual(rejected);
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
        data: { json: { a: 1.5 } },
      };
      const reply = await ask.encode('binary', one);
      expect(headersOf(reply)).toEqual({
        'content-type': 'application/json',
        'ce-flag': 'true',
        'ce-id': '1',
        'ce-num': '7',
        'ce-source': '/s',
        'ce-specversion': '1.0',
        'ce-time': '2026-01-02T03:04:00Z',
        'ce-type': 't',
      });
      expect(bodyText(reply)).toBe('{"a":1.5}');
    });

    test('no data is no body', async () => {
      const reply = await ask.encode('binary', event);
      expect(reply.kind === 'message' && reply.message).not.toHaveProperty('body');
    });

    test('structured: JSON values and texts are written as such, bytes as base64', async () => {
      expect(await dataOf('application/json', { json: [1, 'a', null] })).toEqual([1, 'a', null]);
      expect(await dataOf('text/plain', { text: 'hi €' })).toBe('hi €');
      expect(await dataOf('image/png', { base64: '/wA=' })).toBe('/wA=');
    });

    test('numbers, depth, and strings that are no Unicode are no obstacle', async () => {
      const bodyOf = async (json: JsonValue): Promise<string> =>
        bodyText(await ask.encode('binary', { ...event, data: { json } }));
      expect(JSON.parse(await bodyOf([1e300, 0.1, 9007199254740991]))).toEqual([1e300, 0.1, 9007199254740991]);
      let deep: JsonValue = [];
      for (let level = 0; level < 900; level++) deep = [deep];
      expect(await bodyOf(deep)).toBe(`${'['.repeat(901)}${']'.repeat(901)}`);
      const lone = { attributes: { ...event.attributes, subject: 'a\udead' } };
      expect(headersOf(await ask.encode('binary', lone))['ce-id']).toBe('1');
    });

    test('an event that the SDK refuses is rejected; a batch it cannot write', async () => {
      const { id: _, ...without } = event.attributes;
      for (const mode of ['binary', 'structured'] as const) {
        expect(await ask.encode(mode, { attributes: without })).toEqual({
          kind: 'rejected',
          reason: expect.stringContaining("'id' cannot be null"),
        });
      }
      const rejected = { kind: 'rejected', reason: expect.stringMatching(/./) };
      for (const [name, value] of [
        ['specversion', '2.0'],
        ['time', '2018-04-05'],
        ['id', 5],
        ['Bad-', 'x'],
        ['dataschema', 'not a uri'],
      ] as const) {
        expect(await ask.encode('binary', { attributes: { ...event.attributes, [name]: value } })).toEqual(rejected);
      }
      expect(await ask.encode('batch', event)).toEqual({ kind: 'unsupported' });
    });
  });

  javaKafka(() => adapter);

  test('does not validate: the SDK brings no validator', async () => {
    expect(await ask.validate(event)).toEqual({ kind: 'unsupported' });
  });

  describe('evaluate', () => {
    const evaluate = (expression: string, more: WireEvent['attributes'] = {}): Promise<unknown> =>
      ask.evaluate(expression, { attributes: { ...event.attributes, ...more } });
    const gives = (value: JsonValue, ...errors: readonly string[]): object => ({ kind: 'value', value, errors });

    test('values are those of the engine, and extensions keep their types', async () => {
      const typed = { num: 7, flag: true, text: '7' };
      expect(await evaluate('num = 7 AND flag', typed)).toEqual(gives(true));
      expect(await evaluate('num', typed)).toEqual(gives(7));
      expect(await evaluate('text', typed)).toEqual(gives('7'));
      // Nothing is repaired: the engine leaves out seconds that are zero.
      expect(await evaluate('time')).toEqual(gives('2026-01-02T03:04Z'));
    });

    test.each([
      ['1 / 0', 0, 'math'],
      ["'x' + 1", 1, 'cast'],
      ['missing = 1', false, 'missingAttribute'],
      ['NOSUCH(1)', false, 'missingFunction'],
      ["LEFT('abc', -2)", 'abc', 'functionEvaluation'],
    ] as const)('%s has its value and the kind of its error', async (expression, value, kind) => {
      expect(await evaluate(expression)).toEqual(gives(value, kind));
    });

    test('behind an error the evaluation goes on, and each error is told', async () => {
      expect(await evaluate('(1 / 0) + NOSUCH() + 1')).toEqual(gives(1, 'math', 'missingFunction'));
    });

    test('what is no expression is a parse error without a value', async () => {
      for (const expression of ['2147483648', '1 +']) {
        expect(await evaluate(expression)).toEqual({ kind: 'value', errors: ['parse'] });
      }
    });

    test.each([
      ["CONFORM_F('a')", gives('one:a')],
      ["CONFORM_F('a', 2)", gives('two:a,2')],
      ["CONFORM_F('a', 'b', 'c', 'd')", gives('many:4')],
      ["CONFORM_CLASH('a', 'b', 'c')", gives('three')],
      ["CONFORM_CLASH('a')", gives(false, 'missingFunction')],
      // Nothing is repaired: the engine hands on that there is no value.
      ["CONFORM_FAIL('a')", gives(null, 'functionEvaluation')],
    ])('%s', async (expression, reply) => {
      expect(await evaluate(expression)).toEqual(reply);
    });

    test('what the engine throws beside its own errors is told as such, and the next is answered', async () => {
      expect(await evaluate('4-1')).toEqual({
        kind: 'thrown',
        reason: expect.stringContaining('NullPointerException'),
      });
      expect(await evaluate('4 - 1')).toEqual(gives(3));
    });
  });
});
