// The PyPI package `cloudevents` behind the adapter protocol: what adapters/python/adapter.py hands over and writes down.
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
import { linesOfCode } from './helpers/lines-of-code.js';
import { pythonKafka } from './helpers/python-kafka.js';
import { buildSubject, describeWith, subject } from './helpers/toolchain.js';

const python = subject('python');
const folder = join(packageRoot(), python.folder);
const event: WireEvent = {
  attributes: { specversion: '1.0', id: '1', source: '/s', type: 't', time: '2026-01-02T03:04:05Z' },
};
const ceHeaders = Object.entries(event.attributes).map(
  ([name, value]) => [`ce-${name}`, { text: String(value) }] as const,
);

describeWith('python3', 'the Python adapter', () => {
  let adapter: Adapter;
  let ask: Questions;
  beforeAll(() => {
    buildSubject(python);
    adapter = startAdapter(python.run, { cwd: packageRoot() });
    ask = questions(adapter);
  }, 300_000);
  afterAll(() => adapter.close());

  test('says who it is, and what the SDK’s documentation says it does', async () => {
    const [, pinned] = /^cloudevents==(\S+)/m.exec(readFileSync(join(folder, 'requirements.txt'), 'utf8')) ?? [];
    expect(await greet(adapter, { timeoutMs: 20_000 })).toEqual({
      kind: 'hello',
      hello: {
        kind: 'hello',
        name: 'cloudevents',
        version: pinned,
        language: 'python',
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
          'validate',
        ],
      },
    });
  });

  test.each(['adapter.py', 'wire.py', 'over_http.py', 'over_kafka.py'])(
    '%s has at most sixty lines of code',
    (file) => {
      expect(linesOfCode(join(folder, file), '#')).toBeLessThanOrEqual(60);
    },
  );

  test('is pinned with hashes, and names no registry', () => {
    const lock = readFileSync(join(folder, 'requirements.txt'), 'utf8');
    const packages = lock.match(/^[a-z][^\s=]*==\S+ \\\n( {4}--hash=sha256:[0-9a-f]{64}( \\)?\n)+/gm) ?? [];
    expect(packages.length).toBe(lock.match(/==/g)?.length);
    expect(lock).not.toMatch(/^--|:\/\//m);
  });

  test('passes adapter check', async () => {
    const io = memoryIo();
    expect([await adapterCheck(python.run, {}, io), io.stdout()]).toEqual([
      0,
      expect.stringContaining('Everything holds'),
    ]);
  });

  describe('decode', () => {
    test.each(['binary', 'structured'] as const)('%s', async (mode) => {
      const reply = await ask.decode(toAdapterMessage(encodeHttp([plainEvent('one')], mode)));
      expect(reply).toMatchObject({
        kind: 'events',
        events: [{ attributes: { id: 'one', region: 'eu', subject: 'plain' }, data: { json: { id: 'one' } } }],
      });
      const [first] = reply.kind === 'events' ? reply.events : [];
      const names = ['datacontenttype', 'id', 'region', 'source', 'specversion', 'subject', 'time', 'type'];
      expect(Object.keys(first?.attributes ?? {}).toSorted()).toEqual(names);
    });

    test('bytes stay bytes, a text a text, and no data is no data', async () => {
      const dataOf = async (type: string, body?: string): Promise<unknown> => {
        const headers = [...ceHeaders, ['Content-Type', { text: type }] as const];
        const reply = await ask.decode({ headers, ...(body !== undefined && { body: { base64: body } }) });
        return reply.kind === 'events' ? reply.events[0]?.data : reply;
      };
      expect(await dataOf('application/octet-stream', '/wA=')).toEqual({ base64: '/wA=' });
      expect(await dataOf('text/plain', 'aGk=')).toEqual({ text: 'hi' });
      expect(await dataOf('application/json')).toBeUndefined();
      const bytes = await ask.decode(toAdapterMessage(encodeHttp([binaryEvent('bytes')], 'structured')));
      expect(bytes).toMatchObject({ events: [{ data: { base64: 'AP/+gArDKA==' } }] });
    });

    test('repeated headers are joined as WSGI does, and a value is one character for each byte', async () => {
      const headers = [...ceHeaders, ['ce-a', { text: 'x' }] as const, ['CE-A', { base64: '/w==' }] as const];
      expect(await ask.decode({ headers })).toMatchObject({ events: [{ attributes: { a: 'x,\xff' } }] });
    });

    test('native values stay native; null is not set; an object, which is no attribute value, is shown as text', async () => {
      const body = JSON.stringify({ ...event.attributes, num: 7, flag: true, none: null, object: { a: [1] } });
      const headers = [['content-type', { text: 'application/cloudevents+json' }]] as const;
      expect(await ask.decode({ headers, body: { text: body } })).toEqual({
        kind: 'events',
        events: [
          {
            attributes: {
              ...event.attributes,
              time: '2026-01-02T03:04:05+00:00',
              num: 7,
              flag: true,
              object: '{"a": [1]}',
            },
          },
        ],
      });
    });

    test('a number that JSON cannot write is shown, so that the event does not count as refused', async () => {
      const headers = [...ceHeaders, ['content-type', { text: 'application/json' }] as const];
      expect(await ask.decode({ headers, body: { text: '[1e400]' } })).toMatchObject({
        events: [{ data: { json: ['Infinity'] } }],
      });
    });

    test('what is no event is rejected, in the SDK’s words, and the next is read', async () => {
      expect(await ask.decode({ headers: [] })).toEqual({
        kind: 'rejected',
        reason: expect.stringContaining('Expecting value'),
      });
      const headers = [['content-type', { text: 'application/cloudevents+json' }]] as const;
      const rejected = { kind: 'rejected', reason: expect.stringMatching(/./) };
      for (const text of ['{', '[]', 'null', '"x"', '{"time":5}', '['.repeat(5000)]) {
        expect(await ask.decode({ headers, body: { text } })).toEqual(rejected);
      }
      expect(await ask.decode({ headers: ceHeaders })).toMatchObject({ events: [{ attributes: { id: '1' } }] });
    });
  });

  describe('encode', () => {
    test('binary', async () => {
      const one = {
        attributes: { ...event.attributes, num: 7, datacontenttype: 'application/json' },
        data: { json: { a: 1 } },
      };
      const reply = await ask.encode('binary', one);
      expect(headersOf(reply)).toMatchObject({
        'content-type': 'application/json',
        'ce-id': '1',
        'ce-num': '7',
        'ce-time': '2026-01-02T03:04:05Z',
      });
      expect(bodyText(reply)).toBe('{"a": 1}');
    });

    test('data that is bytes, a text, a number, or not there', async () => {
      const bodyOf = async (data: WireEvent['data']): Promise<unknown> => {
        const reply = await ask.encode('binary', { ...event, ...(data && { data }) });
        return reply.kind === 'message' ? reply.message.body : reply;
      };
      expect(await bodyOf({ base64: '/wA=' })).toEqual({ base64: '/wA=' });
      expect(await bodyOf({ text: 'text' })).toEqual({ base64: 'dGV4dA==' });
      // The SDK declares no other data than that, so no other is handed to it.
      expect(await bodyOf({ json: 5 })).toMatchObject({
        kind: 'rejected',
        reason: expect.stringContaining('dict, str'),
      });
      expect(await bodyOf(undefined)).toBeUndefined();
    });

    test('structured', async () => {
      const reply = await ask.encode('structured', { ...event, data: { base64: '/wA=' } });
      expect(headersOf(reply)).toEqual({ 'content-type': 'application/cloudevents+json' });
      expect(JSON.parse(bodyText(reply))).toEqual({ ...event.attributes, data_base64: '/wA=' });
    });

    test('an event that the SDK refuses is rejected; a batch it cannot write', async () => {
      expect(await ask.encode('binary', { attributes: { ...event.attributes, 'Bad-': 'x' } })).toEqual({
        kind: 'rejected',
        reason: expect.stringContaining("Extension attribute 'Bad-'"),
      });
      expect(await ask.encode('batch', event)).toEqual({ kind: 'unsupported' });
    });
  });

  pythonKafka(() => adapter);

  describe('validate', () => {
    const withAttribute = (name: string, value: string | number | boolean): Promise<unknown> =>
      ask.validate({ attributes: { ...event.attributes, [name]: value } });

    test('is what the SDK does as it makes an event', async () => {
      expect(await ask.validate(event)).toEqual({ kind: 'valid' });
      const { type: _, ...without } = event.attributes;
      expect(await ask.validate({ attributes: without })).toEqual({
        kind: 'invalid',
        reason: expect.stringContaining("Missing required attribute: 'type'"),
      });
      expect(await withAttribute('Bad-', 'x')).toMatchObject({ kind: 'invalid' });
      expect(await withAttribute('id', 5)).toMatchObject({ kind: 'invalid' });
    });

    test.each(['2018-04-05', '20180405T173100Z', '2018-04-05 17:31:00Z', 'x', ''])(
      'a time %j is left to the SDK, which refuses strings',
      async (time) => {
        expect(await withAttribute('time', time)).toEqual({
          kind: 'invalid',
          reason: expect.stringContaining("Attribute 'time' must be a <class 'datetime.datetime'>"),
        });
      },
    );
  });
});
