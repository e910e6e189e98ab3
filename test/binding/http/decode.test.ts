import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHttp } from '../../../src/binding/http/decode.js';
import type { HeaderLine } from '../../../src/binding/types.js';
import { encodeUtf8 } from '../../../src/event/utf8.js';

const message = (headers: readonly HeaderLine[], body = '') => ({ headers, body: encodeUtf8(body) });
const rejected = (code: string, reason: RegExp) => ({ kind: 'rejected', code, reason: expect.stringMatching(reason) });

/** The events of a message as plain pairs and data; an empty list if there is none. */
function eventsOf(headers: readonly HeaderLine[], body = '') {
  const decoded = decodeHttp(message(headers, body));
  return decoded.kind === 'decoded' ? decoded.value.events : [];
}

const attributesOf = (headers: readonly HeaderLine[]) => eventsOf(headers).map(({ attributes }) => [...attributes])[0];

const REQUIRED: readonly HeaderLine[] = [
  ['ce-specversion', '1.0'],
  ['ce-type', 'com.example.someevent'],
  ['ce-time', '2018-04-05T03:56:24Z'],
  ['ce-id', '1234-1234-1234'],
  ['ce-source', '/mycontext/subcontext'],
];

describe('binary mode', () => {
  it('reads the example of the specification', () => {
    const headers: HeaderLine[] = [
      ['Host', 'webhook.example.com'],
      ...REQUIRED,
      ['Content-Type', 'application/json; charset=utf-8'],
    ];
    expect(decodeHttp(message(headers, '{ "a" : 1 }'))).toEqual({
      kind: 'decoded',
      value: {
        mode: 'binary',
        events: [
          {
            attributes: new Map([
              ['specversion', '1.0'],
              ['type', 'com.example.someevent'],
              ['time', '2018-04-05T03:56:24Z'],
              ['id', '1234-1234-1234'],
              ['source', '/mycontext/subcontext'],
              ['datacontenttype', 'application/json; charset=utf-8'],
            ]),
            data: { kind: 'binary', bytes: encodeUtf8('{ "a" : 1 }') },
          },
        ],
      },
    });
  });

  it('takes header names in any case', () => {
    expect(
      attributesOf([
        ['CE-Id', '1'],
        ['Ce-MyExt', 'x'],
      ]),
    ).toEqual([
      ['id', '1'],
      ['myext', 'x'],
    ]);
  });

  it('leaves headers without the prefix alone', () => {
    const foreign: HeaderLine[] = [
      ['X-Foo', 'x'],
      ['traceparent', 't'],
      ['cloudevents-id', 'c'],
      ['cex-id', 'x'],
      ['ce', 'x'],
    ];
    expect(attributesOf([...foreign, ['ce-id', '1']])).toEqual([['id', '1']]);
  });

  it('keeps names that are no attribute names, but for the empty one', () => {
    expect(
      attributesOf([
        ['ce-my-ext', 'a'],
        ['ce-my_ext', 'b'],
        ['ce-', 'c'],
        ['ce-data', 'd'],
        ['ce-__proto__', 'e'],
      ]),
    ).toEqual([
      ['my-ext', 'a'],
      ['my_ext', 'b'],
      ['data', 'd'],
      ['__proto__', 'e'],
    ]);
  });

  it('keeps an empty value', () => {
    expect(attributesOf([['ce-myext', '']])).toEqual([['myext', '']]);
  });

  it('joins what is repeated, before it unquotes', () => {
    expect(
      attributesOf([
        ['ce-id', 'a'],
        ['CE-ID', 'b'],
        ['ce-x', '"c"'],
        ['ce-x', '"d"'],
      ]),
    ).toEqual([
      ['id', 'a, b'],
      ['x', '"c", "d"'],
    ]);
  });

  it('unquotes and decodes the values', () => {
    expect(
      attributesOf([
        ['ce-a', '"x%20\\"y"'],
        ['ce-b', 'a%2520b'],
        ['ce-c', '%E2%82%AC'],
      ]),
    ).toEqual([
      ['a', 'x "y'],
      ['b', 'a%20b'],
      ['c', '€'],
    ]);
  });

  it.each(['%C0%A0', '%FF', '%80', '%E2%82', '%ED%A0%80', '%F4%90%80%80', '\u00e9'])(
    'rejects the value %s',
    (value) => {
      expect(decodeHttp(message([...REQUIRED, ['ce-bad', value]]))).toEqual(rejected('encoding', /ce-bad/));
    },
  );

  it('takes Content-Type verbatim', () => {
    const types = ['multipart/mixed; boundary="a b"', 'text/plain; a=%41', '"text/plain"', '%FF', '', 'é'];
    for (const type of types) {
      expect(
        attributesOf([
          ['ce-id', '1'],
          ['content-type', type],
        ]),
      ).toEqual([
        ['id', '1'],
        ['datacontenttype', type],
      ]);
    }
  });

  it('guesses no type without Content-Type', () => {
    expect(attributesOf([['ce-id', '1']])).toEqual([['id', '1']]);
  });

  it('ignores ce-datacontenttype, beside Content-Type and alone, even a bad one', () => {
    expect(
      attributesOf([
        ['ce-datacontenttype', 'text/a'],
        ['content-type', 'text/b'],
        ['ce-id', '1'],
      ]),
    ).toEqual([
      ['id', '1'],
      ['datacontenttype', 'text/b'],
    ]);
    expect(
      attributesOf([
        ['ce-datacontenttype', '%FF'],
        ['ce-id', '1'],
      ]),
    ).toEqual([['id', '1']]);
  });

  it.each(['{ "a" : 1 }\n', '"str"', '1.5', 'null', 'é', ' '])('takes the body %j byte for byte', (body) => {
    expect(
      eventsOf(
        [
          ['ce-id', '1'],
          ['content-type', 'application/json'],
        ],
        body,
      )[0]?.data,
    ).toEqual({
      kind: 'binary',
      bytes: encodeUtf8(body),
    });
  });

  it('has no data in an empty body', () => {
    expect(eventsOf(REQUIRED)[0]).not.toHaveProperty('data');
    expect(eventsOf([...REQUIRED, ['Content-Type', 'text/plain']])[0]).not.toHaveProperty('data');
  });

  it.each<[HeaderLine[]]>([
    [[]],
    [[['Content-Type', 'application/json']]],
    [
      [
        ['ce-', 'x'],
        ['ce', 'y'],
      ],
    ],
  ])('is no event with the headers %j', (headers) => {
    expect(decodeHttp(message(headers, '{"id":"1"}'))).toEqual(rejected('not-an-event', /ce-/));
  });
});

describe('structured mode', () => {
  const type: HeaderLine = ['content-type', 'application/cloudevents+json; charset=UTF-8'];

  it('reads the payload, with a type of its own', () => {
    const body = '{"id":"1","datacontenttype":"application/xml","data":"<a/>"}';
    expect(decodeHttp(message([type], body))).toEqual({
      kind: 'decoded',
      value: {
        mode: 'structured',
        events: [
          {
            attributes: new Map([
              ['id', '1'],
              ['datacontenttype', 'application/xml'],
            ]),
            data: { kind: 'text', text: '<a/>' },
          },
        ],
      },
    });
  });

  it('ignores ce- headers that differ, that are more, and that are bad', () => {
    const headers: HeaderLine[] = [type, ['ce-id', '2'], ['ce-extra', 'x'], ['ce-bad', '%FF']];
    expect(eventsOf(headers, '{"id":"1"}')).toEqual([{ attributes: new Map([['id', '1']]) }]);
  });

  it('passes on why a payload is no event', () => {
    expect(decodeHttp(message([type], '[{}]'))).toEqual(rejected('malformed', /not an object/));
    expect(decodeHttp(message([type], ''))).toEqual(rejected('malformed', /not JSON/));
    expect(decodeHttp(message([type], '{"a":[]}'))).toEqual(rejected('attribute', /an array/));
  });
});

describe('batched mode', () => {
  const type: HeaderLine = ['Content-Type', 'application/cloudevents-batch+json'];

  it('reads any number of events', () => {
    expect(decodeHttp(message([type], '[]'))).toEqual({ kind: 'decoded', value: { mode: 'batch', events: [] } });
    expect(
      eventsOf([type, ['ce-id', 'x']], '[{"id":"1"},{"id":"2"}]').map(({ attributes }) => attributes.get('id')),
    ).toEqual(['1', '2']);
  });

  it('passes on which element is no event', () => {
    expect(decodeHttp(message([type], '[{},1]'))).toEqual(rejected('malformed', /element 1/));
    expect(decodeHttp(message([type], '{}'))).toEqual(rejected('malformed', /not an array/));
  });
});

it.each([
  ['application/cloudevents', /names no event format/],
  ['application/cloudevents; charset=utf-8', /names no event format/],
  ['application/cloudevents-batch', /names no event format/],
  ['application/cloudevents+avro', /is not JSON/],
  ['application/cloudevents+', /is not JSON/],
  ['application/cloudevents-batch+protobuf', /is not JSON/],
])('%s is an unknown format, ce- headers or not', (type, reason) => {
  expect(decodeHttp(message([...REQUIRED, ['Content-Type', type]], '{}'))).toEqual(rejected('unknown-format', reason));
});

describe('any message gives a result', () => {
  const name = fc.oneof(fc.constantFrom('content-type', 'ce-id', 'ce-', 'CE-X'), fc.string({ unit: 'binary' }));
  const value = fc.oneof(
    fc.constantFrom('application/cloudevents+json', 'application/cloudevents-batch+json', '%FF', '"'),
    fc.string({ unit: 'binary' }),
  );

  it('of any headers and any bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), fc.uint8Array(), (headers, body) => {
        expect(['decoded', 'rejected']).toContain(decodeHttp({ headers, body }).kind);
      }),
    );
  });

  it('of huge ones', () => {
    const many = Array.from({ length: 100_000 }, (_, index): HeaderLine => [`ce-x${index}`, 'v']);
    expect(attributesOf(many)).toHaveLength(100_000);
    const repeated = Array.from({ length: 100_000 }, (): HeaderLine => ['ce-x', '%41']);
    expect(attributesOf(repeated)?.[0]?.[1]).toHaveLength(300_000 - 2);
  });
});
