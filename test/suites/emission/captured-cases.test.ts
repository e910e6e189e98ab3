import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeHttp } from '../../../src/binding/http/encode.js';
import type { ContentMode, HeaderLine, HttpMessage } from '../../../src/binding/types.js';
import {
  type CapturedCases,
  type CapturedOptions,
  capturedCases,
  isAbout,
} from '../../../suites/emission/captured-cases.js';
import { judgeCaptured } from '../../../suites/emission/judge.js';
import { readEmitted } from '../../../suites/emission/read-emitted.js';
import { EMISSION_RULES, STREAM_RULES } from '../../../suites/emission/rules/index.js';
import type { EmissionRule, Shown, StreamRule } from '../../../suites/emission/types.js';
import { loadRegistry } from '../../../suites/registry.js';
import { anyEvent } from '../../event/any-event.js';

const REQUIRED: readonly HeaderLine[] = [
  ['ce-specversion', '1.0'],
  ['ce-id', '1'],
  ['ce-source', '/s'],
  ['ce-type', 't'],
];
const binary = (subject?: string): HttpMessage => ({
  headers: subject === undefined ? REQUIRED : [...REQUIRED, ['ce-subject', subject]],
  body: new Uint8Array(),
});
const json = (type: string, body: string): HttpMessage => ({
  headers: [['content-type', type]],
  body: Buffer.from(body),
});
const EVENT = '{"specversion":"1.0","id":"1","source":"/s","type":"t"}';
const structured = (body = EVENT): HttpMessage => json('application/cloudevents+json', body);

const find = ({ cases }: CapturedCases, id: string) => cases.find((one) => one.id === id);
const failed = ({ cases }: CapturedCases): readonly string[] =>
  cases.filter(({ judgement }) => judgement.status === 'fail').map(({ id }) => id);

const rule = (modes: readonly ContentMode[], check: (body: string) => Shown): EmissionRule => ({
  requirement: 'made.up.rule',
  modes,
  check: ({ message }) => check(Buffer.from(message.body).toString()),
});
const saying =
  (kinds: Readonly<Record<string, Shown>>) =>
  (body: string): Shown =>
    kinds[body] ?? { kind: 'silent', reason: `nothing in ${body}` };
const KEPT: Shown = { kind: 'kept' };
const broken = (message: string): Shown => ({ kind: 'broken', message, expected: 1, actual: 2 });
const bodied = (...texts: readonly string[]): readonly HttpMessage[] =>
  texts.map((text) => ({ headers: REQUIRED, body: Buffer.from(text) }));

describe('a rule', () => {
  test('is judged once for each mode that came and that it speaks about', () => {
    const rules = [rule(['binary', 'structured'], () => KEPT)];
    const ids = (messages: readonly HttpMessage[]) =>
      capturedCases(messages, { rules, streamRules: [] }).cases.map(({ id }) => id);
    expect(ids([structured(), binary(), binary(), structured()])).toEqual([
      'made.up.rule/captured@http-binary',
      'made.up.rule/captured@http-structured',
    ]);
    expect(ids([structured()])).toEqual(['made.up.rule/captured@http-structured']);
    expect(ids([json('application/cloudevents-batch+json', `[${EVENT}]`)])).toEqual([]);
    expect(ids([])).toEqual([]);
  });

  test.each<readonly [name: string, bodies: readonly string[], decisive: number, status: string]>([
    ['the first that breaks it', ['a', 'kept', 'broken', 'worse'], 2, 'fail'],
    ['else the first that keeps it', ['a', 'b', 'kept', 'kept'], 2, 'pass'],
    ['else the first', ['a', 'b'], 0, 'inconclusive'],
  ])('is decided by %s', (_, bodies, decisive, status) => {
    const check = saying({ kept: KEPT, broken: broken('it is broken'), worse: broken('it is worse') });
    const { cases } = capturedCases(bodied(...bodies), { rules: [rule(['binary'], check)], streamRules: [] });
    expect(cases).toEqual([
      expect.objectContaining({
        carrier: 'http-binary',
        message: decisive,
        judgement: expect.objectContaining({ status }),
      }),
    ]);
  });

  test('names the message among all that came, not among those of its mode', () => {
    const messages = [structured(), binary(), structured(), ...bodied('broken')];
    const { cases } = capturedCases(messages, {
      rules: [rule(['binary'], saying({ broken: broken('it is broken') }))],
      streamRules: [],
    });
    expect(cases[0]).toMatchObject({
      message: 3,
      judgement: {
        status: 'fail',
        message: 'it is broken',
        expected: 1,
        actual: 2,
        cause: { title: 'it is broken: as it was captured' },
      },
    });
  });

  test('is judged as judgeCaptured does over all the messages', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('kept', 'broken', 'worse', 'silent'), { minLength: 1 }), (bodies) => {
        const check = saying({ kept: KEPT, broken: broken('it is broken'), worse: broken('it is worse') });
        const [one, messages] = [rule(['binary'], check), bodied(...bodies)];
        const all = messages.map((message) => readEmitted(message));
        const expected = judgeCaptured(one, all, 'binary', 'as it was captured');
        expect(capturedCases(messages, { rules: [one], streamRules: [] }).cases[0]?.judgement).toEqual(expected);
      }),
    );
  });
});

describe('a rule about the whole', () => {
  const stream: StreamRule = {
    requirement: 'made.up.stream',
    check: (emitted) => (emitted.length > 2 ? broken(`${emitted.length} messages`) : KEPT),
  };

  test('is judged once, over all the events in their order', () => {
    const seen: (readonly string[])[] = [];
    const watching: StreamRule = {
      ...stream,
      check: (emitted) => {
        seen.push(emitted.map(({ mode, message }) => `${mode} ${Buffer.from(message.body).toString()}`));
        return stream.check(emitted);
      },
    };
    const { cases } = capturedCases([structured(), ...bodied('a', 'b')], { rules: [], streamRules: [watching] });
    expect(seen).toEqual([[`structured ${EVENT}`, 'binary a', 'binary b']]);
    expect(cases).toEqual([
      expect.objectContaining({ id: 'made.up.stream/captured@http', requirement: 'made.up.stream', carrier: 'http' }),
    ]);
    expect(cases[0]?.judgement).toMatchObject({ status: 'fail', message: '3 messages' });
    expect(cases[0]).not.toHaveProperty('message');
  });

  test('knows what was asked for, where somebody said so', () => {
    const batch = [json('application/cloudevents-batch+json', `[${EVENT}]`)];
    const status = (options: CapturedOptions) =>
      find(capturedCases(batch, options), 'http.batch.unasked/captured@http')?.judgement.status;
    expect(status({})).toBe('inconclusive');
    expect(status({ asked: { batches: true } })).toBe('inconclusive');
    expect(status({ asked: { batches: false } })).toBe('fail');
  });

  test('says nothing where no event came', () => {
    const noEvents = [json('application/json', '{}'), json('application/json', EVENT)];
    expect(capturedCases(noEvents, { rules: [], streamRules: [stream] })).toEqual({
      cases: [],
      kinds: ['no-event', 'mislabelled'],
    });
  });
});

describe('what is no event', () => {
  test('is told, and accused of nothing', () => {
    const messages = [
      json('text/plain', 'hello world'),
      json('application/json', '{"ce-id":"a b"}'),
      {
        headers: [
          ['ce-subject', 'a b'],
          ['ce-id', '1'],
        ] as const,
        body: new Uint8Array(),
      },
      json('application/cloudevents+xml', '<event/>'),
      structured('{"specversion":"0.3","id":1,"source":null}'),
      {
        ...structured('x'),
        headers: [
          ['content-type', 'application/cloudevents+json'],
          ['content-encoding', 'gzip'],
        ] as const,
      },
    ];
    expect(capturedCases(messages)).toEqual({
      cases: [],
      kinds: ['no-event', 'no-event', 'partial', 'other-format', 'other-version', 'coded'],
    });
  });

  test('does not change what is said of the events beside it', () => {
    const other = json('text/plain', 'hello world');
    const { cases, kinds } = capturedCases([other, binary('a b'), other]);
    expect(kinds).toEqual(['no-event', 'event', 'no-event']);
    expect(failed({ cases, kinds })).toEqual(failed(capturedCases([binary('a b')])));
    expect(find({ cases, kinds }, 'http.enc.space/captured@http-binary')?.message).toBe(1);
  });
});

describe('an event under a media type that does not say so', () => {
  test('breaks the rule about that, and no other', () => {
    const judged = capturedCases([json('application/json', EVENT)]);
    expect(judged.kinds).toEqual(['mislabelled']);
    expect(failed(judged)).toContain('json.env.media-type/captured@http-binary');
    const others = ['json.env.media-type', 'json.batch.media-type', 'http.str.ct', 'http.bat.ct'];
    expect(judged.cases.filter(({ requirement }) => !others.includes(requirement))).toEqual([]);
  });

  test('is not looked for among events in binary mode', () => {
    const judged = capturedCases([binary()]);
    expect(judged.cases.length).toBeGreaterThan(0);
    expect(find(judged, 'json.env.media-type/captured@http-binary')).toBeUndefined();
  });

  test('as a batch', () => {
    expect(failed(capturedCases([json('application/json', `[${EVENT}]`)]))).toContain(
      'json.batch.media-type/captured@http-binary',
    );
  });
});

describe('an event in JSON over a broker', () => {
  const body = Buffer.from(EVENT);

  test('needs no label in a record, which is told', () => {
    const judged = capturedCases([{ binding: 'kafka', headers: [], body }]);
    expect(judged.kinds).toEqual(['mislabelled']);
    expect(failed(judged)).toEqual(['kafka.str.ct-absent/captured@kafka-binary']);
  });

  test('has no other label there', () => {
    const judged = capturedCases([{ binding: 'kafka', headers: [['content-type', 'application/json']], body }]);
    expect(failed(judged)).toEqual(['json.env.media-type/captured@kafka-binary', 'kafka.str.ct/captured@kafka-binary']);
  });

  test('needs one over MQTT 5', () => {
    const judged = capturedCases([{ binding: 'mqtt5', headers: [], body }]);
    expect(failed(judged)).toEqual(['json.env.media-type/captured@mqtt5-binary', 'mqtt5.str.ct/captured@mqtt5-binary']);
  });

  test('has none over MQTT 3.1.1', () => {
    const judged = capturedCases([{ binding: 'mqtt3', headers: [], body }]);
    expect(judged.kinds).toEqual(['event']);
    expect(failed(judged).filter((id) => !id.startsWith('core.'))).toEqual([]);
    expect(find(judged, 'mqtt3.mode/captured@mqtt3-structured')?.judgement.status).toBe('pass');
  });
});

describe('the rules that there are', () => {
  test('find what is broken', () => {
    const judged = capturedCases([binary('a%20b'), binary('a b'), structured(EVENT.replace('"1"', '"1","x":{}'))]);
    expect(find(judged, 'http.enc.space/captured@http-binary')).toMatchObject({
      message: 1,
      judgement: { status: 'fail' },
    });
    expect(find(judged, 'json.env.media-type/captured@http-structured')).toMatchObject({
      judgement: { status: 'pass' },
    });
  });

  test('are about requirements that there are, under ids that differ', () => {
    const requirements = loadRegistry().requirements;
    const messages = [binary(), structured(), json('application/cloudevents-batch+json', `[${EVENT}]`)];
    const { cases } = capturedCases(messages);
    expect(cases.filter(({ requirement }) => !requirements.has(requirement))).toEqual([]);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    const about = (mode: ContentMode): number =>
      EMISSION_RULES.filter((rule) => rule.modes.includes(mode) && isAbout(rule, 'http')).length;
    expect(cases.filter(({ carrier }) => carrier === 'http-structured')).toHaveLength(about('structured'));
    expect(cases.filter(({ carrier }) => carrier === 'http-batch')).toHaveLength(about('batch'));
    expect(cases.filter(({ carrier }) => carrier === 'http')).toHaveLength(STREAM_RULES.length);
  });

  test('find no MUST broken in what our own encoder writes of valid events', () => {
    const { requirements } = loadRegistry();
    // Bytes that are no JSON, under a type that says so, are what the type of the data is about.
    const honest = anyEvent.filter(({ data }) => data?.kind !== 'binary');
    const messages = fc.array(fc.tuple(honest, fc.constantFrom<ContentMode>('binary', 'structured', 'batch')));
    fc.assert(
      fc.property(messages, (emitted) => {
        const judged = capturedCases(emitted.map(([event, mode]) => encodeHttp([event], mode)));
        const accused = judged.cases.filter(({ judgement }) => judgement.status === 'fail');
        // Events that were made up one by one may repeat each other.
        const wrongly = accused.filter(
          (one) => one.carrier !== 'http' && requirements.get(one.requirement)?.level === 'must',
        );
        expect(wrongly).toEqual([]);
        expect(judged.kinds).toEqual(emitted.map(() => 'event'));
      }),
    );
  });
});
