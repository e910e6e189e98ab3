import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { JsonValue } from '../../../src/event/types.js';
import { toWire } from '../../../src/event/wire.js';
import { parseAdapterReply, requestProblem } from '../../../src/target/adapter/parse-reply.js';
import type { AdapterRequest } from '../../../src/target/adapter/protocol.js';
import { anyEvent } from '../../event/any-event.js';

const EVENT = { attributes: { id: '1' } };
const ASKED = {
  hello: { op: 'hello', protocol: 1 },
  decode: { op: 'decode', binding: 'http', message: { headers: [] } },
  encode: { op: 'encode', binding: 'http', mode: 'binary', events: [EVENT] },
  evaluate: { op: 'evaluate', expression: '1', event: EVENT },
  validate: { op: 'validate', event: EVENT },
  canary: { op: 'canary-abc' },
} as const satisfies Record<string, AdapterRequest>;
type Op = keyof typeof ASKED;

const HELLO = { id: 1, protocol: 1, name: 'n', version: '1', language: 'l', supports: ['validate'] };
const parse = (op: Op, json: object): unknown => parseAdapterReply(ASKED[op], json as JsonValue);

/** Replies that are right, and what they mean. */
const RIGHT: readonly (readonly [op: Op, json: object, means: object])[] = [
  ['hello', HELLO, { kind: 'hello', name: 'n', version: '1', language: 'l', supports: ['validate'] }],
  ['hello', { ...HELLO, supports: [] }, { kind: 'hello', name: 'n', version: '1', language: 'l', supports: [] }],
  ['decode', { id: 1, events: [] }, { kind: 'events', events: [] }],
  ['decode', { id: 1, events: [{ attributes: {} }] }, { kind: 'events', events: [{ attributes: {} }] }],
  [
    'decode',
    { id: 1, events: [{ attributes: { a: 'x', 'B-': 1.5, c: false, '': '' }, data: { json: null } }] },
    { kind: 'events', events: [{ attributes: { a: 'x', 'B-': 1.5, c: false, '': '' }, data: { json: null } }] },
  ],
  ['decode', { id: 1, rejected: { reason: '' } }, { kind: 'rejected', reason: '' }],
  ['decode', { id: 1, unsupported: true }, { kind: 'unsupported' }],
  ['encode', { id: 1, message: { headers: [] } }, { kind: 'message', message: { headers: [] } }],
  [
    'encode',
    {
      id: 1,
      message: {
        headers: [
          ['a', 'plain'],
          ['b', { text: 'é' }],
          ['b', { base64: '/w==' }],
        ],
        body: { text: '' },
      },
    },
    {
      kind: 'message',
      message: {
        headers: [
          ['a', { text: 'plain' }],
          ['b', { text: 'é' }],
          ['b', { base64: '/w==' }],
        ],
        body: { text: '' },
      },
    },
  ],
  ['encode', { id: 1, rejected: { reason: 'no' } }, { kind: 'rejected', reason: 'no' }],
  ['encode', { id: 1, unsupported: true }, { kind: 'unsupported' }],
  ['evaluate', { id: 1, value: 2, errors: [] }, { kind: 'value', value: 2, errors: [] }],
  ['evaluate', { id: 1, value: null, errors: ['cast'] }, { kind: 'value', value: null, errors: ['cast'] }],
  ['evaluate', { id: 1, errors: ['parse'] }, { kind: 'value', errors: ['parse'] }],
  ['evaluate', { id: 1, unsupported: true }, { kind: 'unsupported' }],
  ['validate', { id: 1, valid: true }, { kind: 'valid' }],
  ['validate', { id: 1, valid: false, reason: 'no id' }, { kind: 'invalid', reason: 'no id' }],
  ['validate', { id: 1, unsupported: true }, { kind: 'unsupported' }],
  ['canary', { id: 1, unsupported: true }, { kind: 'unsupported' }],
];

/** Replies that are wrong, and what is said about them. */
const WRONG: readonly (readonly [op: Op, json: object, says: string])[] = [
  ['hello', { ...HELLO, protocol: 2 }, '/protocol is 2, must be 1'],
  ['hello', { ...HELLO, protocol: '1' }, '/protocol is "1", must be 1'],
  ['hello', { ...HELLO, name: '' }, '/name is empty'],
  ['hello', { ...HELLO, version: 10 }, '/version is 10, must be string'],
  ['hello', { ...HELLO, supports: 'validate' }, '/supports is "validate", must be array'],
  ['hello', { ...HELLO, supports: [null] }, '/supports/0 is null, must be string'],
  ['hello', { id: 1, protocol: 1, name: 'n', version: '1', language: 'l' }, 'it has no member supports'],
  [
    'hello',
    { ...HELLO, specversion: '1.0' },
    'it has a member "specversion", which means nothing there: it has id, protocol, name, version, language and supports',
  ],
  ['hello', { id: 1, unsupported: true }, 'it has no member protocol'],
  ['decode', { id: 1 }, 'it has "id": beside id it has exactly one of events, rejected and unsupported'],
  [
    'decode',
    { id: 1, events: [], unsupported: true },
    'it has "id", "events" and "unsupported": beside id it has exactly one of events, rejected and unsupported',
  ],
  [
    'decode',
    { id: 1, event: EVENT },
    'it has a member "event", which means nothing there: beside id it has exactly one of events, rejected and unsupported',
  ],
  [
    'encode',
    { id: 1, events: [] },
    'it has a member "events", which means nothing there: beside id it has exactly one of message, rejected and unsupported',
  ],
  ['decode', { id: 1, unsupported: false }, '/unsupported is false, must be true'],
  ['decode', { id: 1, rejected: 'no' }, '/rejected is "no", must be object'],
  ['decode', { id: 1, rejected: {} }, '/rejected has no member reason'],
  ['decode', { id: 1, rejected: { reason: null } }, '/rejected/reason is null, must be string'],
  ['decode', { id: 1, events: EVENT }, '/events is an object, must be array'],
  ['decode', { id: 1, events: [null] }, '/events/0 is null, must be object'],
  ['decode', { id: 1, events: [{}] }, '/events/0 has no member attributes'],
  [
    'decode',
    { id: 1, events: [{ attributes: {}, id: '1' }] },
    '/events/0 has a member "id", which means nothing there: beside attributes it has data',
  ],
  [
    'decode',
    { id: 1, events: [EVENT, { attributes: { time: null } }] },
    '/events/1/attributes/time is null, must be string, number or boolean',
  ],
  [
    'decode',
    { id: 1, events: [{ attributes: { n: Number.POSITIVE_INFINITY } }] },
    '/events/0/attributes/n is Infinity, must be string, number or boolean',
  ],
  ['decode', { id: 1, events: [{ attributes: {}, data: null }] }, '/events/0/data is null, must be object'],
  [
    'decode',
    { id: 1, events: [{ attributes: {}, data: {} }] },
    '/events/0/data has no member: it has exactly one of json, text and base64',
  ],
  [
    'decode',
    { id: 1, events: [{ attributes: {}, data: { json: 1, text: '1' } }] },
    '/events/0/data has "json" and "text": it has exactly one of json, text and base64',
  ],
  [
    'decode',
    { id: 1, events: [{ attributes: {}, data: { base64: 'YQ' } }] },
    '/events/0/data/base64 is no base64 (standard alphabet, with padding, nothing else)',
  ],
  ['encode', { id: 1, message: { body: { text: '' } } }, '/message has no member headers'],
  ['encode', { id: 1, message: { headers: {} } }, '/message/headers is an object, must be array'],
  ['encode', { id: 1, message: { headers: [['a']] } }, '/message/headers/0 has 1 items, must have 2'],
  ['encode', { id: 1, message: { headers: [['a', 'b', 'c']] } }, '/message/headers/0 has 3 items, must have 2'],
  ['encode', { id: 1, message: { headers: [['a', null]] } }, 'a message of http has no key and no null'],
  ['encode', { id: 1, message: { headers: [['a', 1]] } }, '/message/headers/0/1 is 1, must be string or object'],
  ['encode', { id: 1, message: { headers: [['', 'b']] } }, '/message/headers/0/0 is empty'],
  ['encode', { id: 1, message: { headers: [], body: 'text' } }, '/message/body is "text", must be object'],
  ['encode', { id: 1, message: { headers: [], body: null } }, 'a message of http has no key and no null'],
  ['encode', { id: 1, message: { headers: [], contentType: 'a/b' } }, 'a message of http has no such property'],
  ['encode', { id: 1, message: { headers: [], key: null } }, 'a message of http has no key and no null'],
  ['evaluate', { id: 1, value: 1 }, 'it has no member errors'],
  ['evaluate', { id: 1, errors: [], unsupported: true }, 'it has "id", "errors" and "unsupported"'],
  ['evaluate', { id: 1, value: 1, errors: 'none' }, '/errors is "none", must be array'],
  [
    'evaluate',
    { id: 1, value: 1, errors: ['cast', 'missing_attribute'] },
    '/errors/1 is "missing_attribute", must be parse,',
  ],
  ['evaluate', { id: 1, value: 1, errors: [null] }, '/errors/0 is null, must be parse, math, cast,'],
  ['validate', { id: 1, valid: false }, 'it has no member reason'],
  ['validate', { id: 1, valid: true, reason: 'fine' }, '/reason must not be there'],
  ['validate', { id: 1, reason: 'no' }, '/reason must not be there'],
  ['validate', { id: 1, valid: 'yes' }, '/valid is "yes", must be boolean'],
  ['validate', { id: 1, valid: true, unsupported: true }, 'it has "id", "valid" and "unsupported"'],
  ['canary', { id: 1, events: [] }, 'it has no member unsupported'],
  ['canary', { id: 1, rejected: { reason: 'unknown op' } }, 'it has no member unsupported'],
  ['canary', { id: 1, unsupported: 1 }, '/unsupported is 1, must be true'],
];

describe('parseAdapterReply', () => {
  test.each(RIGHT)('%s: %j', (op, json, means) => {
    expect(parse(op, json)).toEqual(means);
  });

  test.each(WRONG)('%s: not %j', (op, json, says) => {
    const parsed = parse(op, json);
    const name = op === 'canary' ? 'canary-abc' : op;
    expect(parsed).toEqual({ kind: 'problem', message: expect.stringContaining(says) });
    expect(parsed).toEqual({
      kind: 'problem',
      message: expect.stringMatching(new RegExp(`^the adapter's reply to ${name} breaks the protocol: `)),
    });
  });

  it('gives events without a prototype, so that every name is just a name', () => {
    const json: JsonValue = JSON.parse(
      '{"id":1,"events":[{"attributes":{"__proto__":"p","constructor":1,"tostring":true},"data":{"json":{"__proto__":1}}}]}',
    );
    const parsed = parseAdapterReply(ASKED.decode, json);
    const attributes = parsed.kind === 'events' ? parsed.events[0]?.attributes : undefined;
    expect(Object.getPrototypeOf(attributes)).toBeNull();
    expect(Object.entries(attributes ?? {})).toEqual([
      ['__proto__', 'p'],
      ['constructor', 1],
      ['tostring', true],
    ]);
  });

  it('does not take what an object inherits for what it has', () => {
    expect(parse('decode', JSON.parse('{"id":1,"__proto__":{"events":[]}}'))).toMatchObject({ kind: 'problem' });
    expect(parse('decode', JSON.parse('{"id":1,"constructor":1}'))).toMatchObject({ kind: 'problem' });
  });

  it('escapes names and values that would act on a terminal', () => {
    const events = [{ attributes: { '\u001b[2J\u202e': null } }];
    expect(parse('decode', { id: 1, events })).toEqual({
      kind: 'problem',
      message: expect.stringContaining(String.raw`/events/0/attributes/\u{1b}[2J\u{202e} is null`),
    });
    expect(parse('decode', { id: 1, events: '\u001b\u0085' })).toEqual({
      kind: 'problem',
      message: expect.stringContaining(String.raw`/events is "\u001b\u{85}", must be array`),
    });
  });

  it('cuts names and values that are long', () => {
    const events = [{ attributes: { ['x'.repeat(10_000)]: null } }];
    const parsed = parse('decode', { id: 1, events }) as { readonly message: string };
    expect(parsed.message.length).toBeLessThan(300);
    const { message } = parse('decode', { id: 1, ['x'.repeat(10_000)]: 1 }) as { readonly message: string };
    expect(message.length).toBeLessThan(350);
  });

  it('reads megabytes of base64', () => {
    const base64 = 'A'.repeat(15_000_000);
    const parse = (text: string): JsonValue => ({ id: 1, events: [{ attributes: {}, data: { base64: text } }] });
    expect(parseAdapterReply(ASKED.decode, parse(base64)).kind).toBe('events');
    expect(parseAdapterReply(ASKED.decode, parse(`${base64.slice(1)}!`)).kind).toBe('problem');
  });

  it('refuses what nests without limit, which others could not walk through', () => {
    const nested = (levels: number): JsonValue =>
      JSON.parse(`{"id":1,"events":[{"attributes":{},"data":{"json":${'['.repeat(levels)}${']'.repeat(levels)}}}]}`);
    expect(parseAdapterReply(ASKED.decode, nested(990)).kind).toBe('events');
    expect(parseAdapterReply(ASKED.decode, nested(1_000_000))).toEqual({
      kind: 'problem',
      message: "the adapter's reply to decode breaks the protocol: it nests deeper than 1000 levels",
    });
  });

  it('never throws, whatever the JSON is', () => {
    const member = fc.constantFrom('id', 'events', 'message', 'rejected', 'unsupported', 'valid', 'reason', 'headers');
    const near = fc.dictionary(member, fc.jsonValue());
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(ASKED) as Op[])), fc.oneof(fc.jsonValue(), near), (op, json) => {
        const parsed = parseAdapterReply(ASKED[op], json as JsonValue);
        expect(typeof parsed.kind).toBe('string');
        if (parsed.kind === 'problem') expect(parsed.message).not.toMatch(/\p{Cc}/u);
      }),
    );
  });

  it('knows a right reply by any change of one of its values, or refuses it', () => {
    const change = fc.constantFrom<JsonValue>(null, 0, -1.5, 'x', '', true, [], {}, [[]], { text: '' });
    fc.assert(
      fc.property(fc.constantFrom(...RIGHT), fc.nat(), change, ([op, json], at, value) => {
        const places = pathsOf(json as JsonValue);
        const changed = withValue(json as JsonValue, places[at % places.length] ?? [], value);
        expect(() => parseAdapterReply(ASKED[op], changed)).not.toThrow();
      }),
    );
  });

  it('gives back every event as it was', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), (events) => {
        const wire = events.map(toWire);
        const json: JsonValue = JSON.parse(JSON.stringify({ id: 1, events: wire }));
        expect(parseAdapterReply(ASKED.decode, json)).toEqual({
          kind: 'events',
          events: JSON.parse(JSON.stringify(wire)),
        });
      }),
    );
  });
});

describe('requestProblem', () => {
  test.each(Object.values(ASKED).map((request) => [request.op, request]))('%s is right', (_, request) => {
    expect(requestProblem({ id: 1, ...request } as unknown as JsonValue)).toBeUndefined();
  });

  test('encode with a format is right in structured and batch mode alone', () => {
    const request = (mode: string, format: object): JsonValue =>
      ({ id: 1, op: 'encode', binding: 'http', mode, ...format, events: [EVENT] }) as JsonValue;
    const right = [
      request('structured', { format: 'json' }),
      request('batch', { format: 'json' }),
      request('binary', {}),
    ];
    expect(right.map(requestProblem)).toEqual([undefined, undefined, undefined]);
    const wrong = [
      request('binary', { format: 'json' }),
      request('batch', {}),
      request('structured', { format: 'xml' }),
    ];
    expect(wrong.map(requestProblem)).toEqual([
      '/format must not be there',
      'it has no member format',
      '/format is "xml", must be "json"',
    ]);
  });

  test.each<readonly [JsonValue, string]>([
    [null, 'it is null, must be object'],
    [{ op: 'hello', protocol: 1 }, 'it has no member id'],
    [{ id: 0, op: 'hello', protocol: 1 }, '/id must be >= 1'],
    [{ id: 1, op: 'hello', protocol: 2 }, '/protocol is 2, must be 1'],
    [{ id: 1, op: 'other' }, '/op does not have the form ^canary-[a-z0-9]+$'],
    [
      { id: 1, op: 'decode', binding: 'http', message: { headers: [['a', 'b']] } },
      '/message/headers/0/1 is "b", must be object',
    ],
  ])('%j: %s', (json, says) => {
    expect(requestProblem(json)).toBe(says);
  });
});

type Path = readonly (string | number)[];

function pathsOf(value: JsonValue, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, member]) => pathsOf(member, [...path, key]))];
}

function withValue(json: JsonValue, [first, ...rest]: Path, value: JsonValue): JsonValue {
  if (first === undefined || typeof json !== 'object' || json === null) return value;
  const copy = structuredClone(json) as Record<string | number, JsonValue>;
  copy[first] = withValue(copy[first] ?? null, rest, value);
  return copy as JsonValue;
}
