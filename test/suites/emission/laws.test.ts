// Laws of the rules, over all that a producer may send: they never throw, and never accuse a producer that is right.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeMessage } from '../../../src/binding/encode-message.js';
import { encodeHttp } from '../../../src/binding/http/encode.js';
import type { Binding, ContentMode, HeaderLine, HttpMessage, Message } from '../../../src/binding/types.js';
import { CARRIERS, formOf } from '../../../src/engine/carriers.js';
import { isJsonMediaType } from '../../../src/event/media-type.js';
import { parseJson } from '../../../src/event/parse-json.js';
import type { CloudEvent } from '../../../src/event/types.js';
import type { Asked } from '../../../src/reference/fault.js';
import { emitWith } from '../../../src/reference/producer.js';
import { isUnwritableData } from '../../../src/reference/unwritable-data.js';
import type { KeyChoice } from '../../../src/target/types.js';
import { readEmitted } from '../../../suites/emission/read-emitted.js';
import { EMISSION_RULES, STREAM_RULES } from '../../../suites/emission/rules/index.js';
import { loadRegistry } from '../../../suites/registry.js';
import { anyEvent } from '../../event/any-event.js';

const MODES: readonly ContentMode[] = ['binary', 'structured', 'batch'];

const bytesAsText = fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((byte) => String.fromCharCode(byte)) });
const headerName = fc.oneof(
  fc.constantFrom('ce-id', 'CE-Source', 'ce-type', 'ce-specversion', 'ce-time', 'ce-subject', 'ce-datacontenttype'),
  fc.constantFrom('Content-Type', 'content-type', 'traceparent', 'ce-traceparent', 'ce_id', 'cloudevents-type', 'ce-'),
  bytesAsText,
);
const headerText = fc.oneof(
  fc.constantFrom('application/cloudevents+json', 'application/cloudevents-batch+json', 'application/cloudevents'),
  fc.constantFrom('application/json', 'text/plain; charset=x', '%', '%zz%E9', '"', '"\\', '=?utf-8?q?', '1.0', ''),
  bytesAsText,
);
const json = fc.oneof(
  fc.json(),
  anyEvent.map((event) => Buffer.from(encodeHttp([event], 'structured').body).toString('utf8')),
  fc.constantFrom(
    '{"id":{"id":{}},"data_base64":"-"}',
    '[{"id":1},2]',
    '[{"data":1,"data":2}]',
    '\ufeff{}',
    '[[]]',
    '{',
  ),
);
const anyMessage: fc.Arbitrary<HttpMessage> = fc.record({
  headers: fc.array(fc.tuple(headerName, headerText), { maxLength: 8 }),
  body: fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    json.map((text) => Buffer.from(text)),
    fc.array(json, { maxLength: 3 }).map((items) => Buffer.from(`[${items.join()}]`)),
  ),
});
/** The same bytes as a message of any binding, with attributes where that binding has them. */
const inBinding: fc.Arbitrary<(message: HttpMessage) => Message> = fc.oneof(
  fc.constant((message: HttpMessage) => message),
  fc.record({ isNull: fc.boolean(), hasKey: fc.boolean() }).map(({ isNull, hasKey }) => {
    return (message: HttpMessage): Message => ({
      binding: 'kafka',
      headers: renamed(message, 'ce_'),
      body: isNull ? new Uint8Array() : message.body,
      ...(isNull ? { isNull } : {}),
      ...(hasKey ? { key: message.body } : {}),
    });
  }),
  fc
    .option(fc.constantFrom('application/cloudevents+json', 'application/cloudevents', 'text/plain'), {
      nil: undefined,
    })
    .map(
      (contentType) =>
        (message: HttpMessage): Message => ({
          binding: 'mqtt5',
          headers: renamed(message, ''),
          body: message.body,
          ...(contentType === undefined ? {} : { contentType }),
        }),
    ),
  fc.constant((message: HttpMessage): Message => ({ binding: 'mqtt3', headers: [], body: message.body })),
);
const renamed = ({ headers }: HttpMessage, prefix: string): readonly HeaderLine[] =>
  headers.map(([name, value]) => [name.replace(/^ce-/, prefix), value]);
const anyKey: fc.Arbitrary<KeyChoice | undefined> = fc.option(
  fc.oneof(
    fc.uint8Array({ maxLength: 8 }).map((key): KeyChoice => ({ kind: 'given', key })),
    fc.constant<KeyChoice>({ kind: 'mapper', attribute: 'partitionkey' }),
  ),
  { nil: undefined },
);

/** Events that break every rule of the core too: producers may be asked for them. */
const strangeEvent: fc.Arbitrary<CloudEvent> = fc.record({
  attributes: fc
    .array(fc.tuple(fc.string({ unit: 'binary' }), fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean())))
    .map((pairs) => new Map(pairs)),
});
const told = fc.option(fc.array(fc.oneof(anyEvent, strangeEvent), { maxLength: 3 }), { nil: undefined });

describe('no rule throws', () => {
  test('whatever was sent, and whatever was asked for', () => {
    fc.assert(
      fc.property(
        anyMessage,
        inBinding,
        fc.constantFrom(undefined, ...MODES),
        told,
        anyKey,
        (sent, as, mode, events, key) => {
          const emitted = readEmitted(as(sent), mode);
          for (const rule of EMISSION_RULES)
            expect(['kept', 'broken', 'silent']).toContain(rule.check(emitted, events, key).kind);
          for (const rule of STREAM_RULES) expect(['kept', 'broken', 'silent']).toContain(rule.check([emitted]).kind);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('over nothing at all', () => {
    for (const rule of STREAM_RULES) expect(rule.check([]).kind).toBe('silent');
  });
});

const { requirements } = loadRegistry();
const binding = EMISSION_RULES.filter(({ requirement }) => requirements.get(requirement)?.level !== 'info');
/** Advice to whoever gives a name or a value: a valid event may go against it, and is warned of where it is captured. */
const ADVICE: ReadonlySet<string> = new Set([
  'core.name.letter-first',
  'core.name.max20',
  'core.source.absolute',
  'core.typeattr.reverse-dns',
]);
const accusations = (
  message: Message,
  mode: ContentMode,
  events: readonly CloudEvent[],
  key?: KeyChoice,
): readonly string[] =>
  [events, undefined].flatMap((asked) => {
    const emitted = readEmitted(message, asked && mode);
    return binding
      .filter((rule) => rule.modes.includes(mode) && (asked !== undefined || !ADVICE.has(rule.requirement)))
      .map((rule) => ({ rule, shown: rule.check(emitted, asked, asked && key) }))
      .flatMap(({ rule, shown }) =>
        shown.kind === 'broken' ? [`${asked ? 'asked' : 'captured'} ${rule.requirement}: ${shown.message}`] : [],
      );
  });

/** Bytes that are not of the type that they are given under are no fault of the one who writes them. */
const isOfItsType = ({ attributes, data }: CloudEvent): boolean =>
  data?.kind !== 'binary' ||
  !isJsonMediaType(String(attributes.get('datacontenttype'))) ||
  parseJson(data.bytes).kind === 'json';

const writable = anyEvent.filter((event) => !isUnwritableData(event) && isOfItsType(event));

/** Two events with the same source and id are one. */
const different = fc.uniqueArray(writable, {
  maxLength: 3,
  selector: ({ attributes }) => JSON.stringify([attributes.get('source'), attributes.get('id')]),
});

describe('no rule accuses', () => {
  test('of more than advice where only advice is given', () => {
    expect([...ADVICE].map((id) => requirements.get(id)?.level)).toEqual(['should', 'should', 'should', 'should']);
  });

  test.each(MODES)('what the binding writes of valid events in %s mode', (mode) => {
    const events = mode === 'batch' ? different : writable.map((event) => [event]);
    fc.assert(
      fc.property(events, (asked) => {
        expect(accusations(encodeHttp(asked, mode), mode, asked)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test.each(CARRIERS.filter((carrier) => !carrier.startsWith('http')))(
    'what the binding writes of valid events over %s, with or without a key',
    (carrier) => {
      const form = formOf(carrier);
      fc.assert(
        fc.property(writable, anyKey, (event, key) => {
          const asked: Asked = { ...form, events: [event], ...(key && { key }) };
          const emission = emitWith(asked, []);
          if (emission.kind === 'refused') throw new Error(emission.reason);
          expect(accusations(emission.message, form.mode, [event], key)).toEqual([]);
        }),
        { numRuns: 200 },
      );
    },
  );

  test('by the rules of its binding, a producer over Kafka or MQTT 5 that has one mode alone, of more than that', () => {
    const modes = fc.constantFrom<ContentMode>('binary', 'structured');
    fc.assert(
      fc.property(writable, fc.constantFrom<Binding>('kafka', 'mqtt5'), modes, (event, binding, mode) => {
        const message = encodeMessage([event], { binding, mode: mode === 'binary' ? 'structured' : 'binary' });
        const accused = accusations(message, mode, [event]).filter((each) => /^asked (?:kafka|mqtt)/.test(each));
        expect(accused.filter((each) => !each.includes('.mode.both: '))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('names in any case, lines in any order and twice, and more escapes than there have to be', () => {
    const change = fc.record({ upper: fc.boolean(), twice: fc.boolean(), reverse: fc.boolean(), all: fc.boolean() });
    fc.assert(
      fc.property(writable, change, (event, { upper, twice, reverse, all }) => {
        const { headers, body } = encodeHttp([event], 'binary');
        const lines = headers.map(([name, value]): HeaderLine => {
          const isAttribute = name.startsWith('ce-');
          return [upper ? name.toUpperCase() : name, isAttribute && all ? escapedThroughout(value) : value];
        });
        const sent = [...lines, ...(twice ? lines : [])];
        expect(accusations({ headers: reverse ? sent.reverse() : sent, body }, 'binary', [event])).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

/** Escapes what is not an escape yet. */
const escapedThroughout = (value: string): string =>
  value.replaceAll(/%[0-9A-F]{2}|./g, (found) =>
    found.length === 3 ? found : `%${found.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
