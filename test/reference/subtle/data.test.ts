import { describe, expect, it } from 'vitest';
import { batch, binary, expectFault, expectUnchanged, REQUIRED, shown, structured } from './answers.js';

const JSON_TYPE = 'application/json';

describe('json.read.string/looks-large', () => {
  const name = 'json.read.string/looks-large';

  it.each(['{"a":1}', '[]', ' [1]'])('parses the string %s', (data) => {
    expectFault(name, structured({ data })).toEqual({ status: 200, json: { ...REQUIRED, data: JSON.parse(data) } });
  });

  it('keeps strings that look like smaller values, or like nothing, and texts', () => {
    expectUnchanged(name, [
      ...['1', 'true', 'null', '"x"', '{', '{a}', '[1', ''].map((data) => structured({ data })),
      structured({ datacontenttype: 'text/plain', data: '{"a":1}' }),
      binary([['Content-Type', JSON_TYPE]], '"{}"'),
    ]);
  });
});

describe('json.read.b64/one-over', () => {
  const name = 'json.read.b64/one-over';
  const bytes = (length: number) => structured({ data_base64: Buffer.alloc(length, 0x61).toString('base64') });

  it.each([1, 4, 256])('loses the last of %i bytes', (length) => {
    expectFault(name, bytes(length)).toEqual({
      status: 200,
      json: { ...REQUIRED, data_base64: Buffer.alloc(length - 1, 0x61).toString('base64') },
    });
  });

  it('keeps 0, 2, 3, 5 and 6 bytes, and those of a body', () => {
    expectUnchanged(name, [...[0, 2, 3, 5, 6].map(bytes), binary([], 'a')]);
  });
});

describe('json.data.any/nothing', () => {
  const name = 'json.data.any/nothing';

  it.each([false, 0, '', null])('loses %j', (data) => {
    expectFault(name, structured({ data })).toEqual({ status: 200, json: REQUIRED });
  });

  it('keeps what is nearly nothing', () => {
    expectUnchanged(name, [
      ...[true, 1, ' ', [], {}, [null], 'null'].map((data) => structured({ data })),
      structured({ datacontenttype: 'text/plain', data: '' }),
    ]);
  });
});

describe('json.read.value/deep', () => {
  const name = 'json.read.value/deep';
  const nested = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);

  it.each([structured({ data: nested(41) }), batch([{}, { data: { a: nested(40) } }])])('fails at 41', (message) => {
    expectFault(name, message).toEqual({ status: 500, json: undefined });
  });

  it('goes down 40 levels, and as wide as it is asked', () => {
    expectUnchanged(name, [structured({ data: nested(40) }), structured({ data: Array(100).fill({}) })]);
  });
});

describe('json.read.suffix/capitals', () => {
  const name = 'json.read.suffix/capitals';
  const datacontenttype = 'Application/JSON';

  it('makes a text of JSON under Application/JSON', () => {
    expectFault(name, structured({ datacontenttype, data: { a: 1 } })).toEqual({
      status: 200,
      json: { ...REQUIRED, datacontenttype, data: '{"a":1}' },
    });
    expectFault(name, binary([['Content-Type', datacontenttype]], '{"a":1}')).toEqual({
      status: 200,
      json: { ...REQUIRED, datacontenttype, data: '{"a":1}' },
    });
  });

  it('reads small letters, capitals in a parameter, and types that are no JSON', () => {
    expectUnchanged(name, [
      structured({ datacontenttype: JSON_TYPE, data: { a: 1 } }),
      structured({ datacontenttype: `${JSON_TYPE}; Charset=UTF-8`, data: { a: 1 } }),
      structured({ datacontenttype: 'Text/Plain', data: 'x' }),
      binary([['Content-Type', 'Text/Plain']], 'x'),
      structured({ datacontenttype }),
    ]);
  });

  it('keeps bytes that are no text', () => {
    const message = { ...binary([['Content-Type', datacontenttype]]), body: Uint8Array.of(0xff) };
    expect(shown(message, name)).toEqual(shown(message));
  });
});
