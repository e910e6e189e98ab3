// The crate cloudevents-sdk behind the adapter protocol: what adapters/rust hands over and writes down.
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
import type { Adapter } from '../../src/target/adapter/protocol.js';
import { startAdapter } from '../../src/target/adapter/start-adapter.js';
import { memoryIo } from '../cli/helpers/memory-io.js';
import { bodyText, headersOf, type Questions, questions } from './helpers/ask.js';
import { linesOfCode } from './helpers/lines-of-code.js';
import { rustKafka } from './helpers/rust-kafka.js';
import { buildSubject, describeWith, subject } from './helpers/toolchain.js';

const rust = subject('rust');
const folder = join(packageRoot(), rust.folder);
const CRATE = 'cloudevents-sdk';
const event: WireEvent = {
  attributes: { specversion: '1.0', id: '1', source: '/s', type: 't', time: '2026-01-02T03:04:05+00:00' },
};
const ceHeaders = Object.entries(event.attributes).map(
  ([name, value]) => [`ce-${name}`, { text: String(value) }] as const,
);

describeWith(rust.needs, 'the Rust adapter', () => {
  let adapter: Adapter;
  let ask: Questions;
  beforeAll(() => {
    buildSubject(rust);
    adapter = startAdapter(rust.run, { cwd: packageRoot() });
    ask = questions(adapter);
  }, 900_000);
  afterAll(() => adapter.close());

  test('says who it is, and what the SDK’s documentation says it does', async () => {
    const lock = readFileSync(join(folder, 'Cargo.lock'), 'utf8');
    const [, pinned] = new RegExp(`name = "${CRATE}"\nversion = "(.+)"`).exec(lock) ?? [];
    expect(await greet(adapter, { timeoutMs: 20_000 })).toEqual({
      kind: 'hello',
      hello: {
        kind: 'hello',
        name: CRATE,
        version: pinned,
        language: 'rust',
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
        ],
      },
    });
  });

  test('asks the SDK in at most sixty lines of code; the lines of the protocol are apart', () => {
    for (const file of ['src/main.rs', 'src/kafka.rs']) {
      expect(linesOfCode(join(folder, file), '//')).toBeLessThanOrEqual(60);
    }
    // All that protocol.rs knows of the SDK is the types of its events and of their data.
    const known = readFileSync(join(folder, 'src/protocol.rs'), 'utf8').match(/cloudevents::.*/g);
    expect(known).toEqual(['cloudevents::{Data, Event};']);
  });

  test('is pinned in the manifest, too', () => {
    const manifest = readFileSync(join(folder, 'Cargo.toml'), 'utf8');
    const [, dependencies = ''] = manifest.split('[dependencies]');
    const lines = dependencies.trim().split('\n');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line).toMatch(/= ("|\{ version = ")=\d+\.\d+\.\d+"/);
  });

  test('passes adapter check', async () => {
    const io = memoryIo();
    expect([await adapterCheck(rust.run, {}, io), io.stdout()]).toEqual([
      0,
      expect.stringContaining('Everything holds'),
    ]);
  });

  describe('decode', () => {
    const json = { json: { id: 'one' } };
    test.each([
      ['binary', { base64: Buffer.from('{"id":"one"}').toString('base64') }],
      ['structured', json],
      ['batch', json],
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

    test('data is what the SDK holds: bytes, a text or nothing', async () => {
      const reply = await ask.decode(toAdapterMessage(encodeHttp([binaryEvent('bytes')], 'structured')));
      expect(reply).toMatchObject({ events: [{ data: { base64: 'AP/+gArDKA==' } }] });
      const headers = [['content-type', { text: 'application/cloudevents+json' }]] as const;
      const body = { text: JSON.stringify({ ...event.attributes, datacontenttype: 'text/plain', data: 'hi €' }) };
      expect(await ask.decode({ headers, body })).toMatchObject({ events: [{ data: { text: 'hi €' } }] });
      const none = await ask.decode({ headers: ceHeaders });
      expect(none).toEqual({ kind: 'events', events: [{ attributes: event.attributes }] });
    });

    test('native values stay native, and null is not there', async () => {
      const body = JSON.stringify([{ ...event.attributes, num: 7, flag: true, none: null }]);
      const headers = [['Content-Type', { text: 'application/cloudevents-batch+json; charset=utf-8' }]] as const;
      expect(await ask.decode({ headers, body: { text: body } })).toEqual({
        kind: 'events',
        events: [{ attributes: { ...event.attributes, num: 7, flag: true } }],
      });
    });

    test('header values are handed over in bytes, each line of its own', async () => {
      const headers = [...ceHeaders, ['ce-a', { text: 'x' }] as const, ['CE-A', { text: 'y%20' }] as const];
      expect(await ask.decode({ headers })).toMatchObject({ events: [{ attributes: { a: 'y%20' } }] });
      // The bytes reach the SDK, which does not read them; a control character does not, for reqwest would have none.
      const raw = [...ceHeaders, ['ce-a', { base64: '4oKs' }] as const];
      const refused = { kind: 'rejected', reason: expect.stringContaining('failed to convert header to a str') };
      expect(await ask.decode({ headers: raw })).toEqual(refused);
      const control = [...ceHeaders, ['ce-a', { base64: 'AQ==' }] as const];
      expect(await ask.decode({ headers: control })).toMatchObject({ kind: 'rejected' });
    });

    test('what is no event is rejected, in the SDK’s words, and the next is read', async () => {
      expect(await ask.decode({ headers: [] })).toEqual({ kind: 'rejected', reason: 'Wrong encoding' });
      const rejected = { kind: 'rejected', reason: expect.stringMatching(/./) };
      for (const type of ['application/cloudevents+json', 'application/cloudevents-batch+json']) {
        const headers = [['content-type', { text: type }]] as const;
        for (const text of ['{', '', '[{}]', '"x"', '{"id":5}', '['.repeat(100_000)]) {
          expect(await ask.decode({ headers, body: { text } })).toEqual(rejected);
        }
      }
      expect(await ask.decode({ headers: ceHeaders })).toMatchObject({ events: [{ attributes: { id: '1' } }] });
    });
  });

  describe('encode', () => {
    const full: WireEvent = {
      attributes: { ...event.attributes, num: 7, flag: true, datacontenttype: 'application/json', dataschema: 'x:y' },
      data: { json: { a: 1 } },
    };

    test('binary', async () => {
      const reply = await ask.encode('binary', full);
      expect(headersOf(reply)).toEqual({
        'content-type': 'application/json',
        'ce-dataschema': 'x:y',
        'ce-flag': 'true',
        'ce-id': '1',
        'ce-num': '7',
        'ce-source': '/s',
        'ce-specversion': '1.0',
        'ce-time': '2026-01-02T03:04:05+00:00',
        'ce-type': 't',
      });
      expect(bodyText(reply)).toBe('{"a":1}');
      const none = await ask.encode('binary', event);
      expect(none.kind === 'message' && none.message).not.toHaveProperty('body');
    });

    test('structured: data of each kind is written as such', async () => {
      const written = async (data: WireEvent['data']): Promise<unknown> => {
        const reply = await ask.encode('structured', { ...event, ...(data && { data }) });
        expect(headersOf(reply)).toEqual({ 'content-type': 'application/cloudevents+json' });
        const { data: json, data_base64: bytes } = JSON.parse(bodyText(reply));
        return { json, bytes };
      };
      expect(await written({ json: [1, null] })).toEqual({ json: [1, null] });
      expect(await written({ text: 'hi €' })).toEqual({ json: 'hi €' });
      expect(await written({ base64: '/wA=' })).toEqual({ bytes: '/wA=' });
      expect(await written(undefined)).toEqual({});
    });

    test('batch', async () => {
      const reply = await ask.encode('batch', full, event);
      expect(headersOf(reply)).toEqual({ 'content-type': 'application/cloudevents-batch+json' });
      const written = JSON.parse(bodyText(reply));
      expect(written).toMatchObject([{ num: 7, flag: true, dataschema: 'x:y', data: { a: 1 } }, { id: '1' }]);
      expect(written[1]).not.toHaveProperty('data');
      expect(JSON.parse(bodyText(await ask.encode('batch')))).toEqual([]);
    });

    test('each specversion has the builder of the SDK', async () => {
      const reply = await ask.encode('structured', { attributes: { ...event.attributes, specversion: '0.3' } });
      expect(JSON.parse(bodyText(reply))).toMatchObject({ specversion: '0.3', id: '1' });
    });

    test('depth, and strings that are no Unicode, are no obstacle', async () => {
      let deep: JsonValue = [];
      for (let level = 0; level < 900; level++) deep = [deep];
      const nested = `${'['.repeat(901)}${']'.repeat(901)}`;
      expect(bodyText(await ask.encode('binary', { ...event, data: { json: deep } }))).toBe(nested);
      const lone = { attributes: { ...event.attributes, subject: 'a\udead' } };
      expect(await ask.encode('binary', lone)).toMatchObject({ kind: 'rejected' });
      expect(headersOf(await ask.encode('binary', event))['ce-id']).toBe('1');
    });

    test('an event that the SDK refuses is rejected', async () => {
      const { id: _, ...without } = event.attributes;
      for (const mode of ['binary', 'structured', 'batch'] as const) {
        expect(await ask.encode(mode, { attributes: without })).toEqual({
          kind: 'rejected',
          reason: 'Missing required attribute id',
        });
      }
      const rejected = { kind: 'rejected', reason: expect.stringMatching(/./) };
      for (const [name, value] of [
        ['specversion', '2.0'],
        ['time', '2018-04-05'],
        ['id', 5],
        ['datacontenttype', true],
        ['half', 0.5],
        ['source', ''],
        ['dataschema', 'relative'],
      ] as const) {
        expect(await ask.encode('binary', { attributes: { ...event.attributes, [name]: value } })).toEqual(rejected);
      }
    });
  });

  rustKafka(() => adapter);

  test('does not validate: the SDK documents no validation', async () => {
    expect(await ask.validate(event)).toEqual({ kind: 'unsupported' });
  });
});
