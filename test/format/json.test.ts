import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameEvent } from '../../src/event/equal.js';
import type { AttributeValue, CloudEvent, EventData, JsonValue } from '../../src/event/types.js';
import { decodeUtf8, encodeUtf8 } from '../../src/event/utf8.js';
import { validate } from '../../src/event/validate.js';
import { decodeJsonEvent, encodeJsonEvent, JSON_MEDIA_TYPE } from '../../src/format/json.js';
import { anyEvent } from '../event/any-event.js';

const event = (attributes: Record<string, AttributeValue>, data?: EventData): CloudEvent => ({
  attributes: new Map(Object.entries(attributes)),
  ...(data && { data }),
});
const decoded = (attributes: Record<string, AttributeValue>, data?: EventData) => ({
  kind: 'decoded',
  value: event(attributes, data),
});
const rejected = (code: string, reason: RegExp) => ({ kind: 'rejected', code, reason: expect.stringMatching(reason) });
const decodeText = (text: string) => decodeJsonEvent(encodeUtf8(text));
const encodeText = (candidate: CloudEvent, style?: 'compact' | 'spaced') =>
  decodeUtf8(encodeJsonEvent(candidate, style));

/** The attributes of the examples in section 3.2. */
const EXAMPLE = {
  specversion: '1.0',
  type: 'com.example.someevent',
  source: '/mycontext',
  id: 'A234-1234-1234',
  time: '2018-04-05T17:31:00Z',
  comexampleextension1: 'value',
  comexampleothervalue: 5,
};

describe('the examples of the specification', () => {
  it('with binary data', () => {
    const type = { datacontenttype: 'application/vnd.apache.thrift.binary' };
    expect(decodeJsonEvent({ ...EXAMPLE, ...type, data_base64: '/wA=' })).toEqual(
      decoded({ ...EXAMPLE, ...type }, { kind: 'binary', bytes: Uint8Array.of(0xff, 0) }),
    );
  });

  it('with XML data and an unset extension', () => {
    const type = { datacontenttype: 'application/xml' };
    const data = '<much wow="xml"/>';
    expect(decodeJsonEvent({ ...EXAMPLE, unsetextension: null, ...type, data })).toEqual(
      decoded({ ...EXAMPLE, ...type }, { kind: 'text', text: data }),
    );
  });

  it('with a JSON object and an unset subject', () => {
    const type = { datacontenttype: 'application/json' };
    const data = { appinfoA: 'abc', appinfoB: 123, appinfoC: true };
    expect(decodeJsonEvent({ ...EXAMPLE, subject: null, ...type, data })).toEqual(
      decoded({ ...EXAMPLE, ...type }, { kind: 'json', value: data }),
    );
  });

  it('with a literal string and no type', () => {
    expect(decodeJsonEvent({ ...EXAMPLE, data: "I'm just a string" })).toEqual(
      decoded(EXAMPLE, { kind: 'json', value: "I'm just a string" }),
    );
  });

  it('are valid events of a media type', () => {
    const example = decodeJsonEvent(EXAMPLE);
    expect(example.kind === 'decoded' && validate(example.value, '1.0.2')).toEqual([]);
    expect(JSON_MEDIA_TYPE).toBe('application/cloudevents+json');
  });
});

describe('decoding attributes', () => {
  it('takes strings, booleans and whole numbers as they are', () => {
    const attributes = { b: true, i: -2147483648, over: 2147483648, s: '', t: 'true', n: '05' };
    expect(decodeJsonEvent(attributes)).toEqual(decoded(attributes));
  });

  it.each([
    ['1.0', 1],
    ['1e3', 1000],
    ['-0', -0],
    ['1e21', 1e21],
  ])('takes the number %s, whose form the parser does not keep', (text, value) => {
    expect(decodeText(`{"ext":${text}}`)).toEqual(decoded({ ext: value }));
  });

  it('is lenient about validity', () => {
    expect(decodeJsonEvent({})).toEqual(decoded({}));
    expect(decodeJsonEvent({ id: 1, specversion: '9', time: 'x' })).toEqual(
      decoded({ id: 1, specversion: '9', time: 'x' }),
    );
    expect(decodeJsonEvent({ 'My-Ext': 'v', '': 'e' })).toEqual(decoded({ 'My-Ext': 'v', '': 'e' }));
  });

  it('takes null for unset, whichever attribute it is', () => {
    expect(decodeJsonEvent({ id: null, subject: null, time: null, myext: null, type: 't' })).toEqual(
      decoded({ type: 't' }),
    );
  });

  it('takes a null datacontenttype for none, so that data is JSON', () => {
    const expected = decoded({}, { kind: 'json', value: { a: 1 } });
    expect(decodeJsonEvent({ datacontenttype: null, data: { a: 1 } })).toEqual(expected);
  });

  it.each<[JsonValue, RegExp]>([
    [{}, /"ext" is an object/],
    [{ a: 'b' }, /"ext" is an object/],
    [[], /"ext" is an array/],
    [1.5, /"ext" is a number that is not whole/],
    [Number.POSITIVE_INFINITY, /"ext" is a number that is not whole/],
  ])('rejects the value %j', (value, reason) => {
    expect(decodeJsonEvent({ ext: value, id: '1' })).toEqual(rejected('attribute', reason));
  });

  it('rejects a number beyond all bounds', () => {
    expect(decodeText('{"ext":1e400}')).toEqual(rejected('attribute', /not whole/));
  });

  it('does not mind member order, white space and escapes', () => {
    expect(decodeText(' {\n"\\u0069d" :\t"\\u0041\\/\\ud83d\\ude00" } ')).toEqual(decoded({ id: 'A/\u{1F600}' }));
  });

  it('keeps names that objects give a meaning to', () => {
    const result = decodeText('{"__proto__":"p","constructor":"c","hasOwnProperty":"h"}');
    expect(result.kind === 'decoded' && [...result.value.attributes]).toEqual([
      ['__proto__', 'p'],
      ['constructor', 'c'],
      ['hasOwnProperty', 'h'],
    ]);
  });

  it('finds no data in a prototype', () => {
    expect(decodeText('{"__proto__":{"data":1}}')).toEqual(rejected('attribute', /"__proto__" is an object/));
  });
});

describe('decoding data', () => {
  it.each<[JsonValue]>([[{ a: 1 }], [[]], [0], [1.5], [''], ['x'], ['{"a":1}'], [true], [false], [null]])(
    'takes %j as the JSON value it is, under a JSON type and under none',
    (value) => {
      for (const type of ['application/json', 'text/json', 'Application/JSON', 'application/vnd.x+json; v=1']) {
        const attributes = { datacontenttype: type };
        expect(decodeJsonEvent({ ...attributes, data: value })).toEqual(decoded(attributes, { kind: 'json', value }));
      }
      expect(decodeJsonEvent({ data: value })).toEqual(decoded({}, { kind: 'json', value }));
    },
  );

  it.each(['text/plain', 'application/xml', 'application/json-seq', 'application/jsonl', 'json', ''])(
    'takes a string as text under %j, and nothing else',
    (type) => {
      const attributes = { datacontenttype: type };
      expect(decodeJsonEvent({ ...attributes, data: '"x"' })).toEqual(
        decoded(attributes, { kind: 'text', text: '"x"' }),
      );
      for (const data of [{}, [], 1, true, null]) {
        expect(decodeJsonEvent({ ...attributes, data })).toEqual(rejected('data', /declares no JSON/));
      }
    },
  );

  it('takes a CloudEvent in data for a value', () => {
    const attributes = { datacontenttype: 'application/cloudevents+json' };
    const inner = { id: '2', data: { x: 1 } };
    expect(decodeJsonEvent({ ...attributes, data: inner })).toEqual(
      decoded(attributes, { kind: 'json', value: inner }),
    );
  });

  it('takes data_base64 for bytes, whatever the type, and sets none', () => {
    const all = Uint8Array.from({ length: 256 }, (_, index) => index);
    const base64 = Buffer.from(all).toString('base64');
    expect(decodeJsonEvent({ data_base64: base64 })).toEqual(decoded({}, { kind: 'binary', bytes: all }));
    expect(decodeJsonEvent({ datacontenttype: 'application/json', data_base64: 'MQ==' })).toEqual(
      decoded({ datacontenttype: 'application/json' }, { kind: 'binary', bytes: Uint8Array.of(0x31) }),
    );
    expect(decodeJsonEvent({ data_base64: '' })).toEqual(decoded({}, { kind: 'binary', bytes: new Uint8Array() }));
  });

  it.each<[JsonValue]>([['###'], ['_w=='], ['/w'], ['AAAA\nAAAA'], [1], [{}], [[]], [false]])(
    'rejects %j as data_base64',
    (value) => {
      expect(decodeJsonEvent({ data_base64: value })).toEqual(rejected('data', /not a base64 string/));
    },
  );

  it('rejects both at once, a null payload included', () => {
    expect(decodeJsonEvent({ data: 'x', data_base64: 'eA==' })).toEqual(rejected('data', /both present/));
    expect(decodeJsonEvent({ data: null, data_base64: 'eA==' })).toEqual(rejected('data', /both present/));
  });

  it('takes a null data_base64 for none', () => {
    expect(decodeJsonEvent({ data_base64: null })).toEqual(decoded({}));
    expect(decodeJsonEvent({ data: 1, data_base64: null })).toEqual(decoded({}, { kind: 'json', value: 1 }));
  });
});

describe('malformed', () => {
  it.each(['', ' ', '{"id":"1"', '{"id":"1",}', '{"id":NaN}', "{'id':'1'}", '{} x'])('JSON: %j', (text) => {
    expect(decodeText(text)).toEqual(rejected('malformed', /not JSON/));
  });

  it.each(['1', '"x"', 'null', 'true', '[]', '[{}]'])('no object: %s', (text) => {
    expect(decodeText(text)).toEqual(rejected('malformed', /not an object/));
  });

  it('UTF-8', () => {
    const latin1 = Uint8Array.from('{"id":"é"}', (character) => character.charCodeAt(0));
    expect(decodeJsonEvent(latin1)).toEqual(rejected('malformed', /not UTF-8/));
    expect(decodeJsonEvent(new Uint8Array(Buffer.from('{}', 'utf16le')))).toEqual(rejected('malformed', /not JSON/));
  });

  it('not by a byte order mark', () => {
    expect(decodeText('\ufeff{"id":"1"}')).toEqual(decoded({ id: '1' }));
  });
});

describe('encoding', () => {
  it('writes attributes in order and by type, then the data', () => {
    const attributes = { id: '1', b: true, n: -7, big: 1e21, s: '05' };
    expect(encodeText(event(attributes, { kind: 'json', value: { a: [null, 1.5] } }))).toBe(
      '{"id":"1","b":true,"n":-7,"big":1000000000000000000000,"s":"05","data":{"a":[null,1.5]}}',
    );
  });

  it('writes one line like the specification when spaced', () => {
    expect(encodeText(event({ id: 'x', source: '/y' }), 'spaced')).toBe('{ "id" : "x", "source" : "/y" }');
    expect(encodeText(event({ id: 'x' }, { kind: 'json', value: { a: [1, 2] } }), 'spaced')).toBe(
      '{ "id" : "x", "data" : { "a" : [ 1, 2 ] } }',
    );
    expect(encodeText(event({}, { kind: 'binary', bytes: Uint8Array.of(0xff) }), 'spaced')).toBe(
      '{ "data_base64" : "/w==" }',
    );
  });

  it.each([undefined, 'application/json', 'text/plain'])('writes text under %s as one JSON string', (type) => {
    const candidate = event(type === undefined ? {} : { datacontenttype: type }, { kind: 'text', text: '{"a":1}\n' });
    const written: Record<string, unknown> = JSON.parse(encodeText(candidate) ?? '');
    expect(written['data']).toBe('{"a":1}\n');
  });

  it('writes null for a null payload only', () => {
    expect(encodeText(event({ id: '1' }, { kind: 'json', value: null }))).toBe('{"id":"1","data":null}');
    expect(encodeText(event({ id: '1', nan: Number.NaN, half: 1.5 }))).toBe('{"id":"1","nan":"NaN","half":"1.5"}');
  });

  it('never lets an attribute pass for the data', () => {
    const attributes = { id: '1', data: 'fake', data_base64: 'ZmFrZQ==' };
    expect(encodeText(event(attributes))).toBe('{"id":"1"}');
    expect(encodeText(event(attributes, { kind: 'json', value: 1 }))).toBe('{"id":"1","data":1}');
  });

  it('writes UTF-8 without a byte order mark', () => {
    const bytes = encodeJsonEvent(event({ id: 'é' }));
    expect([...bytes]).toEqual([...Buffer.from('{"id":"é"}')]);
  });
});

describe('the laws', () => {
  it.each(['compact', 'spaced'] as const)(
    'what is encoded %s decodes to the same event, of the same types',
    (style) => {
      fc.assert(
        fc.property(anyEvent, (candidate) => {
          const back = decodeJsonEvent(encodeJsonEvent(candidate, style));
          expect(back.kind).toBe('decoded');
          if (back.kind !== 'decoded') return;
          // Equal as maps: a JSON parser puts names like 0 first.
          expect(back.value.attributes).toEqual(candidate.attributes);
          expect(back.value.data).toEqual(candidate.data);
          expect(sameEvent(candidate, back.value)).toBe(true);
        }),
      );
    },
  );

  it('spaced bytes are never compact bytes', () => {
    fc.assert(
      fc.property(anyEvent, (candidate) => encodeText(candidate, 'spaced') !== encodeText(candidate, 'compact')),
    );
  });

  it('any JSON and any bytes give a result', () => {
    const member = fc.constantFrom('id', 'data', 'data_base64', 'datacontenttype', '__proto__', 'x');
    const object = fc.dictionary(member, fc.jsonValue()).map((value) => JSON.stringify(value));
    fc.assert(fc.property(object, (text) => ['decoded', 'rejected'].includes(decodeText(text).kind)));
    fc.assert(fc.property(fc.uint8Array(), (bytes) => ['decoded', 'rejected'].includes(decodeJsonEvent(bytes).kind)));
  });

  it('depth and size have no limit', () => {
    const deep = '['.repeat(500_000) + ']'.repeat(500_000);
    const back = decodeText(`{"id":"${'x'.repeat(1_000_000)}","data":${deep}}`);
    expect(back.kind).toBe('decoded');
    if (back.kind === 'decoded')
      expect(encodeJsonEvent(back.value).length).toBe(2_000_000 + '{"id":"","data":}'.length);
    expect(decodeText(`{"ext":${deep}}`)).toEqual(rejected('attribute', /an array/));
  });
});
