import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHttp } from '../../../src/binding/http/decode.js';
import { encodeHttp } from '../../../src/binding/http/encode.js';
import { headerValue } from '../../../src/binding/http/headers.js';
import { differences } from '../../../src/event/equal.js';
import type { AttributeValue, CloudEvent, EventData } from '../../../src/event/types.js';
import { decodeUtf8, encodeUtf8 } from '../../../src/event/utf8.js';
import { anyEvent } from '../../event/any-event.js';

const event = (attributes: Record<string, AttributeValue>, data?: EventData): CloudEvent => ({
  attributes: new Map(Object.entries(attributes)),
  ...(data && { data }),
});
const binary = (candidate: CloudEvent) => encodeHttp([candidate], 'binary');
const bodyText = (candidate: CloudEvent) => decodeUtf8(binary(candidate).body);

/** The attributes of the examples in section 3.2 of the JSON format. */
const EXAMPLE = {
  specversion: '1.0',
  type: 'com.example.someevent',
  source: '/mycontext',
  id: 'D234-1234-1234',
  time: '2018-04-05T17:31:00Z',
  comexampleextension1: 'value',
  comexampleothervalue: 5,
};
const EXAMPLE_HEADERS = [
  ['ce-specversion', '1.0'],
  ['ce-type', 'com.example.someevent'],
  ['ce-source', '/mycontext'],
  ['ce-id', 'D234-1234-1234'],
  ['ce-time', '2018-04-05T17:31:00Z'],
  ['ce-comexampleextension1', 'value'],
  ['ce-comexampleothervalue', '5'],
];

describe('binary mode writes the examples of the JSON format', () => {
  it.each<[string, CloudEvent, string | undefined, string]>([
    [
      'bytes',
      event(
        { ...EXAMPLE, datacontenttype: 'application/vnd.apache.thrift.binary' },
        { kind: 'binary', bytes: encodeUtf8('raw') },
      ),
      'application/vnd.apache.thrift.binary',
      'raw',
    ],
    [
      'XML',
      event({ ...EXAMPLE, datacontenttype: 'application/xml' }, { kind: 'text', text: '<much wow="xml"/>' }),
      'application/xml',
      '<much wow="xml"/>',
    ],
    [
      'a JSON object',
      event(
        { ...EXAMPLE, datacontenttype: 'application/json' },
        { kind: 'json', value: { appinfoA: 'abc', appinfoB: 123 } },
      ),
      'application/json',
      '{"appinfoA":"abc","appinfoB":123}',
    ],
    [
      'a JSON string without a type',
      event(EXAMPLE, { kind: 'json', value: "I'm just a string" }),
      'application/json',
      '"I\'m just a string"',
    ],
    [
      'bytes without a type',
      event(EXAMPLE, { kind: 'binary', bytes: encodeUtf8('{ "xyz": 123 }') }),
      undefined,
      '{ "xyz": 123 }',
    ],
  ])('with %s', (_, candidate, contentType, body) => {
    const typed = contentType === undefined ? [] : [['Content-Type', contentType]];
    expect(binary(candidate)).toEqual({ headers: [...EXAMPLE_HEADERS, ...typed], body: encodeUtf8(body) });
  });
});

describe('binary mode', () => {
  it('percent-encodes every attribute', () => {
    const attributes = { source: '/a%20b', type: 't "x"', subject: 'Euro € \u{1F600}', empty: '', flag: true };
    expect(binary(event(attributes)).headers).toEqual([
      ['ce-source', '/a%2520b'],
      ['ce-type', 't%20%22x%22'],
      ['ce-subject', 'Euro%20%E2%82%AC%20%F0%9F%98%80'],
      ['ce-empty', ''],
      ['ce-flag', 'true'],
    ]);
  });

  it('writes datacontenttype verbatim, as Content-Type alone', () => {
    const type = 'multipart/mixed; boundary="a b%41"';
    expect(binary(event({ id: '1', datacontenttype: type })).headers).toEqual([
      ['ce-id', '1'],
      ['Content-Type', type],
    ]);
  });

  it('writes no body and no type for no data', () => {
    expect(binary(event({ id: '1' }))).toEqual({ headers: [['ce-id', '1']], body: new Uint8Array() });
  });

  it('writes null as four bytes, and zero bytes as none', () => {
    expect(bodyText(event({}, { kind: 'json', value: null }))).toBe('null');
    expect(bodyText(event({}, { kind: 'binary', bytes: new Uint8Array() }))).toBe('');
  });

  it('writes text without quotes and without a type made up', () => {
    expect(binary(event({}, { kind: 'text', text: 'é' }))).toEqual({ headers: [], body: encodeUtf8('é') });
  });

  it('spells the JSON of the body in the style asked for', () => {
    const { body } = encodeHttp([event({}, { kind: 'json', value: { a: [1] } })], 'binary', { style: 'spaced' });
    expect(decodeUtf8(body)).toBe('{ "a" : [ 1 ] }');
  });

  it('leaves out what HTTP has no place for, and never writes another header', () => {
    const attributes = {
      'a\r\nX-Evil: 1': 'x',
      '': 'x',
      'a b': 'x',
      é: 'x',
      'a:b': 'x',
      lone: '\uDEAD',
      my_ext: 'kept',
      v: 'a\r\nb',
    };
    expect(binary(event(attributes)).headers).toEqual([
      ['ce-my_ext', 'kept'],
      ['ce-v', 'a%0D%0Ab'],
    ]);
  });

  it('escapes what no Content-Type can hold', () => {
    const typed = (datacontenttype: string) => headerValue(binary(event({ datacontenttype })).headers, 'content-type');
    expect(typed('a/b\r\nX-Evil: 1')).toBe('a/b%0D%0AX-Evil: 1');
    expect(typed('a/é\u{1F600}')).toBe('a/%C3%A9%F0%9F%98%80');
    expect(typed('a/\uD83D')).toBeUndefined();
  });
});

describe('structured and batched mode', () => {
  const two = [event({ id: '1' }, { kind: 'json', value: 1 }), event({ id: '2' })];

  it('write the event format and its media type', () => {
    expect(encodeHttp(two.slice(0, 1), 'structured')).toEqual({
      headers: [['Content-Type', 'application/cloudevents+json']],
      body: encodeUtf8('{"id":"1","data":1}'),
    });
    expect(encodeHttp(two, 'batch')).toEqual({
      headers: [['Content-Type', 'application/cloudevents-batch+json']],
      body: encodeUtf8('[{"id":"1","data":1},{"id":"2"}]'),
    });
  });

  it('write in the style asked for', () => {
    expect(decodeUtf8(encodeHttp(two, 'structured', { style: 'spaced' }).body)).toBe('{ "id" : "1", "data" : 1 }');
    expect(decodeUtf8(encodeHttp(two, 'batch', { style: 'spaced' }).body)).toBe(
      '[ { "id" : "1", "data" : 1 }, { "id" : "2" } ]',
    );
  });

  it('end without events', () => {
    expect(decodeUtf8(encodeHttp([], 'batch').body)).toBe('[]');
    expect(encodeHttp([], 'structured').body).toHaveLength(0);
    expect(encodeHttp([], 'binary')).toEqual({ headers: [], body: new Uint8Array() });
  });
});

describe('the laws', () => {
  const style = fc.constantFrom('compact' as const, 'spaced' as const);

  it.each(['binary', 'structured', 'batch'] as const)(
    'what is encoded in %s mode decodes to the same event',
    (mode) => {
      fc.assert(
        fc.property(anyEvent, style, (candidate, spelling) => {
          const back = decodeHttp(encodeHttp([candidate], mode, { style: spelling }));
          expect(back.kind).toBe('decoded');
          if (back.kind !== 'decoded') return;
          expect(back.value.mode).toBe(mode);
          expect(back.value.events.map((event) => differences(candidate, event))).toEqual([[]]);
        }),
      );
    },
  );

  it('an event goes through any chain of modes unchanged', () => {
    const modes = fc.array(fc.constantFrom('binary' as const, 'structured' as const, 'batch' as const), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(anyEvent, modes, (candidate, chain) => {
        let current: readonly CloudEvent[] = [candidate];
        for (const mode of chain) {
          const back = decodeHttp(encodeHttp(current, mode));
          current = back.kind === 'decoded' ? back.value.events : [];
        }
        expect(current.map((event) => differences(candidate, event))).toEqual([[]]);
      }),
    );
  });

  it('headers are printable ASCII of legal names, whatever the event', () => {
    const value = fc.oneof<fc.Arbitrary<AttributeValue>[]>(fc.string({ unit: 'binary' }), fc.double(), fc.boolean());
    const name = fc.oneof(fc.constant('datacontenttype'), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), (attributes) => {
        for (const [line, content] of binary({ attributes: new Map(attributes) }).headers) {
          expect(line).toMatch(/^[!#-'*+\-.^-`|~\w]+$/);
          expect(content).toMatch(line === 'Content-Type' ? /^[\x20-\x7e]*$/ : /^[\x21-\x7e]*$/);
        }
      }),
    );
  });
});
