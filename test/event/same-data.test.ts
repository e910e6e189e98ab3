import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameData } from '../../src/event/same-data.js';
import type { EventData, JsonValue } from '../../src/event/types.js';
import { encodeUtf8 } from '../../src/event/utf8.js';

const json = (value: JsonValue): EventData => ({ kind: 'json', value });
const text = (content: string): EventData => ({ kind: 'text', text: content });
const bytes = (content: string): EventData => ({ kind: 'binary', bytes: encodeUtf8(content) });

describe('the same data, whatever the media type', () => {
  it.each<[string, EventData | undefined, EventData | undefined]>([
    ['none and none', undefined, undefined],
    ['none and no bytes', undefined, bytes('')],
    ['none and an empty text', undefined, text('')],
    ['equal bytes', bytes('abc'), bytes('abc')],
    ['equal texts', text('é'), text('é')],
    ['a text and its UTF-8', text('é€\u{1F600}'), bytes('é€\u{1F600}')],
    ['a JSON value and its members in another order', json({ a: 1, b: 2 }), json({ b: 2, a: 1 })],
    ['a JSON value and bytes that spell it otherwise', json({ a: 1 }), bytes(' {"\\u0061" : 1.0} ')],
    ['a JSON value and text that spells it', json({ a: 1 }), text('{ "a": 1 }')],
    ['a JSON string and the text it is', json('a"b'), text('a"b')],
    ['a JSON string and its quoted bytes', json('abc'), bytes('"abc"')],
    ['null and its bytes', json(null), bytes('null')],
    ['zero and minus zero', json(0), bytes('-0')],
  ])('%s', (_, one, other) => {
    expect(sameData(one, other)).toBe(true);
    expect(sameData(other, one)).toBe(true);
  });
});

describe('different data', () => {
  it.each<[string, EventData | undefined, EventData | undefined]>([
    ['none and null', undefined, json(null)],
    ['none and an empty JSON string', undefined, json('')],
    ['none and a byte', undefined, bytes('0')],
    ['bytes of different length', bytes('abc'), bytes('ab')],
    ['bytes that differ', bytes('abc'), bytes('abd')],
    ['composed and decomposed', text('é'), text('e\u0301')],
    ['a JSON string and its bytes without quotes', json('abc'), bytes('abc')],
    ['a string parsed again', json('{"a":1}'), json({ a: 1 })],
    ['a value encoded twice', json({ a: 1 }), bytes('"{\\"a\\":1}"')],
    ['null and the string null', json(null), json('null')],
    ['a number and its string', json(1), json('1')],
    ['JSON and bytes that are not UTF-8', json('\ufffd'), { kind: 'binary', bytes: Uint8Array.of(0x22, 0xff, 0x22) }],
    ['a text and its quoted bytes', text('abc'), bytes('"abc"')],
  ])('%s', (_, one, other) => {
    expect(sameData(one, other)).toBe(false);
    expect(sameData(other, one)).toBe(false);
  });
});

describe('under a declared JSON type only', () => {
  it.each<[string, EventData, EventData]>([
    ['bytes that spell one value', bytes('{"a":1}'), bytes('{ "a" : 1 }')],
    ['text and bytes that spell one value', text('[1]'), bytes('[ 1 ]')],
    ['a text and its quoted bytes', text('abc'), bytes('"abc"')],
  ])('%s are the same', (_, one, other) => {
    expect(sameData(one, other)).toBe(false);
    expect(sameData(one, other, true)).toBe(true);
    expect(sameData(other, one, true)).toBe(true);
  });

  it('different values stay different', () => {
    expect(sameData(bytes('{"a":1}'), bytes('{"a":2}'), true)).toBe(false);
    expect(sameData(bytes('{'), bytes('{ '), true)).toBe(false);
    expect(sameData(bytes('abc'), bytes('"abc"'), true)).toBe(false);
  });
});

it('every JSON value is the same as what JSON.stringify writes, as text and as bytes', () => {
  fc.assert(
    fc.property(fc.json(), (written) => {
      const value = json(JSON.parse(written));
      expect(sameData(value, bytes(written)) && sameData(text(written), value)).toBe(true);
    }),
  );
});

it('no bytes are the same as bytes with one flipped', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), (content, at) => {
      const flipped = content.map((byte, index) => (index === at % content.length ? byte ^ 1 : byte));
      expect(sameData({ kind: 'binary', bytes: content }, { kind: 'binary', bytes: flipped })).toBe(false);
    }),
  );
});
