// The npm package `cloudevents` behind the adapter protocol: what adapters/javascript/adapter.js hands over and writes down.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeHttp } from '../../src/binding/http/encode.js';
import { binaryEvent, plainEvent } from '../../src/cli/adapter-check/sample-events.js';
import { adapterCheck } from '../../src/cli/commands/adapter-check.js';
import { packageRoot } from '../../src/engine/package-root.js';
import { toWire, type WireEvent } from '../../src/event/wire.js';
import type { Report } from '../../src/report/types.js';
import { toAdapterMessage } from '../../src/target/adapter/adapter-message.js';
import { greet } from '../../src/target/adapter/greet.js';
import type { Adapter, AdapterExchange, AdapterMessage, AdapterReply } from '../../src/target/adapter/protocol.js';
import { startAdapter } from '../../src/target/adapter/start-adapter.js';
import { ceConform, ceConformHere } from '../cli/helpers/command-line.js';
import { memoryIo } from '../cli/helpers/memory-io.js';
import { temporaryFolder } from '../cli/helpers/temporary-folder.js';
import { javascriptKafka } from './helpers/javascript-kafka.js';
import { javascriptMqtt } from './helpers/javascript-mqtt.js';

const folder = join(packageRoot(), 'adapters', 'javascript');
const argv = [process.execPath, join(folder, 'adapter.js')];
const PATIENT = { timeoutMs: 20_000 };
const event: WireEvent = {
  attributes: { specversion: '1.0', id: '1', source: '/s', type: 't', time: '2026-01-02T03:04:05Z' },
};

let adapter: Adapter;
beforeAll(() => {
  if (!existsSync(join(folder, 'node_modules', 'cloudevents'))) {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'ignore' });
  }
  adapter = startAdapter(argv);
});
afterAll(() => adapter.close());

const replyOf = ({ outcome }: AdapterExchange): AdapterReply => {
  if (outcome.kind === 'reply') return outcome.reply;
  throw new Error(outcome.failure.message);
};
const decode = async (message: AdapterMessage): Promise<AdapterReply> =>
  replyOf(await adapter.ask({ op: 'decode', binding: 'http', message }, PATIENT));
const encode = async (mode: 'binary' | 'structured', one: WireEvent): Promise<AdapterReply> => {
  const format = mode === 'binary' ? {} : { format: 'json' as const };
  return replyOf(await adapter.ask({ op: 'encode', binding: 'http', mode, ...format, events: [one] }, PATIENT));
};
const validate = async (one: WireEvent): Promise<AdapterReply> =>
  replyOf(await adapter.ask({ op: 'validate', event: one }, PATIENT));

test('says who it is, and what the SDK’s documentation says it does', async () => {
  const { version } = JSON.parse(readFileSync(join(folder, 'node_modules/cloudevents/package.json'), 'utf8'));
  expect(await greet(adapter, PATIENT)).toEqual({
    kind: 'hello',
    hello: {
      kind: 'hello',
      name: 'cloudevents',
      version,
      language: 'javascript',
      supports: [
        'decode:http-binary',
        'decode:http-structured',
        'decode:http-batch',
        'encode:http-binary',
        'encode:http-structured',
        'decode:kafka-binary',
        'decode:kafka-structured',
        'decode:mqtt5-binary',
        'decode:mqtt5-structured',
        'encode:kafka-binary',
        'encode:kafka-structured',
        'encode:mqtt5-binary',
        'encode:mqtt5-structured',
        'encode:kafka-mapper',
        'validate',
      ],
    },
  });
});

test.each(['adapter.js', 'wire.js', 'http.js', 'kafka.js', 'mqtt.js'])('%s has at most sixty lines', (file) => {
  expect(readFileSync(join(folder, file), 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(60);
});

test('passes adapter check up to the Content Type of MQTT, which the SDK does not read', async () => {
  const io = memoryIo();
  const lost = 'the attribute "datacontenttype" went in as "application/json" and came out as nothing';
  expect([await adapterCheck(argv, {}, io), io.stdout()]).toEqual([1, expect.stringContaining(lost)]);
  expect(io.stdout()).toContain('✔ decode:kafka-structured: a plain event goes through');
  expect(io.stdout()).toContain('✖ decode:mqtt5-binary: a plain event goes through');
});

describe('decode', () => {
  test.each(['binary', 'structured', 'batch'] as const)('%s', async (mode) => {
    const reply = await decode(toAdapterMessage(encodeHttp([plainEvent('one')], mode)));
    expect(reply).toMatchObject({
      kind: 'events',
      events: [{ attributes: { id: 'one', region: 'eu', subject: 'plain' }, data: { json: { id: 'one' } } }],
    });
    const [first] = reply.kind === 'events' ? reply.events : [];
    // What the SDK holds as null or undefined is not set.
    expect(Object.keys(first?.attributes ?? {}).toSorted()).toEqual([
      'datacontenttype',
      'id',
      'region',
      'source',
      'specversion',
      'subject',
      'time',
      'type',
    ]);
  });

  test('bytes stay bytes, and no data is no data', async () => {
    const reply = await decode(toAdapterMessage(encodeHttp([binaryEvent('bytes')], 'binary')));
    expect(reply).toMatchObject({ events: [{ data: { base64: 'AP/+gArDKA==' } }] });
    const none = await decode(
      toAdapterMessage(
        encodeHttp(
          [
            {
              attributes: new Map([
                ['id', '1'],
                ['source', '/'],
                ['type', 't'],
                ['specversion', '1.0'],
              ]),
            },
          ],
          'binary',
        ),
      ),
    );
    expect(none).toMatchObject({ kind: 'events' });
    expect(none.kind === 'events' && none.events[0]).not.toHaveProperty('data');
  });

  test('repeated headers are joined as Node does, and a value is one character for each byte', async () => {
    const headers = [
      ...Object.entries(event.attributes).map(([name, value]) => [`Ce-${name}`, { text: String(value) }] as const),
      ['ce-a', { text: 'x' }] as const,
      ['CE-A', { base64: '/w==' }] as const,
    ];
    expect(await decode({ headers })).toMatchObject({ events: [{ attributes: { a: 'x, \xff' } }] });
  });

  test('what is no event is rejected, in the SDK’s words', async () => {
    expect(await decode({ headers: [] })).toEqual({ kind: 'rejected', reason: 'no cloud event detected' });
    const headers = [['content-type', { text: 'application/cloudevents+json' }]] as const;
    expect(await decode({ headers, body: { text: '{' } })).toMatchObject({ kind: 'rejected' });
  });
});

describe('encode', () => {
  test('binary', async () => {
    const one = {
      attributes: { ...event.attributes, num: 7, flag: true, datacontenttype: 'application/json' },
      data: { json: { a: 1 } },
    };
    const reply = await encode('binary', one);
    const { headers, body } = reply.kind === 'message' ? reply.message : { headers: [], body: undefined };
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': { text: 'application/json' },
      'ce-id': { text: '1' },
      'ce-num': { text: '7' },
      'ce-flag': { text: 'true' },
    });
    expect(body).toEqual({ text: '{"a":1}' });
  });

  test('data that is bytes, a text, a number, or not there', async () => {
    const bodyOf = async (data: WireEvent['data']): Promise<unknown> => {
      const reply = await encode('binary', { ...event, ...(data && { data }) });
      return reply.kind === 'message' ? reply.message.body : reply;
    };
    expect(await bodyOf({ base64: '/wA=' })).toEqual({ base64: '/wA=' });
    expect(await bodyOf({ text: 'text' })).toEqual({ text: 'text' });
    expect(await bodyOf({ json: 5 })).toEqual({ text: '5' });
    expect(await bodyOf(undefined)).toBeUndefined();
  });

  test('structured', async () => {
    const reply = await encode('structured', { ...event, data: { base64: '/wA=' } });
    const body = reply.kind === 'message' ? reply.message.body : undefined;
    expect(JSON.parse(body != null && 'text' in body ? body.text : '')).toMatchObject({ id: '1', data_base64: '/wA=' });
  });

  test('an event that the SDK refuses is rejected; a batch it cannot write', async () => {
    expect(await encode('binary', { attributes: { ...event.attributes, 'Bad-': 'x' } })).toEqual({
      kind: 'rejected',
      reason: expect.stringContaining('invalid extension name: Bad-'),
    });
    const batch = {
      op: 'encode',
      binding: 'http',
      mode: 'batch',
      format: 'json',
      events: [toWire(plainEvent('one'))],
    } as const;
    expect(replyOf(await adapter.ask(batch, PATIENT))).toEqual({ kind: 'unsupported' });
  });
});

javascriptKafka(() => adapter);
javascriptMqtt(() => adapter);

test('validate', async () => {
  expect(await validate(event)).toEqual({ kind: 'valid' });
  const { type: _, ...without } = event.attributes;
  expect(await validate({ attributes: without })).toMatchObject({
    kind: 'invalid',
    reason: expect.stringMatching(/./),
  });
  expect(await validate({ attributes: { ...event.attributes, 'Bad-': 'x' } })).toMatchObject({ kind: 'invalid' });
});

/** Some of its failures, and some of what cannot be decided because of them. */
const ONLY = ['core.attr.minimal', 'core.id.*', 'core.type.str-clean'];

test('reaches exit 0 by a baseline of its failures and undecided cases, and stays nonconformant', async () => {
  const work = temporaryFolder();
  const path = join(work, 'known.yaml');
  const always = ['-q', '--seed', 'e2e', '--baseline', 'known.yaml', '--only', ...ONLY];
  const judge = (...flags: readonly string[]) => ceConformHere([...always, ...flags, '--adapter', '--', ...argv], work);
  const first = await judge('--update-baseline');
  expect(first).toMatchObject({ exit: 0, stderr: expect.stringMatching(/added, [1-9]\d* of them undecided, 0 kept/) });

  const text = readFileSync(path, 'utf8').replaceAll('WRITE WHY THIS FAILS', 'the SDK does so');
  writeFileSync(path, text);
  const second = await judge('--report', 'json=report.json');
  expect(second.exit).toBe(0);
  expect(second.stdout).toMatch(/\nVerdict {3}nonconformant: /);
  const { verdict, baseline } = JSON.parse(readFileSync(join(work, 'report.json'), 'utf8')) as Report;
  expect({ verdict, exit: baseline?.exit, news: baseline?.new, stale: baseline?.stale }).toEqual({
    verdict: 'nonconformant',
    exit: 0,
    news: [],
    stale: [],
  });
  expect(baseline?.open.every(({ cases }) => cases.length === 1)).toBe(true);
  expect(await ceConformHere(['verify', 'report.json'], work)).toMatchObject({ exit: 0 });

  // Without its last entry, which is of an undecided case.
  writeFileSync(path, text.slice(0, text.lastIndexOf('  - case: ')));
  expect(await judge()).toMatchObject({ exit: 3 });
});

test('is judged through the command line, and its report is verified', async () => {
  const work = temporaryFolder();
  const flags = ['-q', '--json', '--seed', 'e2e', '--report', 'json=report.json'];
  const only = ['core.attr.*', 'core.int.forward', 'core.id.empty'];
  const { stdout } = await ceConform([...flags, '--only', ...only, '--adapter', '--', ...argv], work);
  const report = JSON.parse(stdout) as Report;
  expect(report.target).toMatchObject({ kind: 'adapter', name: 'cloudevents', language: 'javascript' });
  expect(report.summary.pass).toBeGreaterThan(20);
  expect(report.summary).toMatchObject({ timeout: 0, harnessError: 0, notRun: 0 });
  expect(await ceConform(['verify', 'report.json'], work)).toMatchObject({ exit: 0 });
});
