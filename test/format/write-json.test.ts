import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../src/event/types.js';
import { writeArray, writeJson, writeObject } from '../../src/format/write-json.js';

describe('compact JSON', () => {
  it('is what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const parsed: JsonValue = JSON.parse(JSON.stringify(value));
        expect(writeJson(parsed, 'compact')).toBe(JSON.stringify(parsed));
      }),
    );
  });

  it('keeps members that objects give a meaning to', () => {
    const text = '{"__proto__":{"constructor":1},"toString":null}';
    expect(writeJson(JSON.parse(text), 'compact')).toBe(text);
  });
});

describe('spaced JSON', () => {
  it.each<[string, JsonValue]>([
    ['{ "id" : "x", "n" : [ 1, 2 ], "o" : { "a" : null } }', { id: 'x', n: [1, 2], o: { a: null } }],
    ['{}', {}],
    ['[]', []],
    ['[ [], {} ]', [[], {}]],
    ['"a:b,{}"', 'a:b,{}'],
    ['true', true],
  ])('%s', (text, value) => {
    expect(writeJson(value, 'spaced')).toBe(text);
  });

  it('means what the compact one means', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value: JsonValue = JSON.parse(text);
        expect(JSON.stringify(JSON.parse(writeJson(value, 'spaced')))).toBe(JSON.stringify(value));
      }),
    );
  });
});

describe('numbers', () => {
  it.each([
    ['0', 0],
    ['-0', -0],
    ['1.5', 1.5],
    ['1e+21', 1e21],
    ['1e-7', 1e-7],
    ['1e400', Number.POSITIVE_INFINITY],
    ['-1e400', Number.NEGATIVE_INFINITY],
    ['null', Number.NaN],
  ])('%s', (text, value) => {
    expect(writeJson(value, 'compact')).toBe(text);
    expect(writeJson([value], 'spaced')).toBe(`[ ${text} ]`);
  });

  it('come back as they were, but for NaN', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => Object.is(JSON.parse(writeJson(value, 'compact')), value)),
    );
  });
});

it('strings with an unpaired surrogate are escaped', () => {
  expect(writeJson('\uDEAD', 'compact')).toBe('"\\udead"');
});

it('a million levels are no problem', () => {
  const text = `${'[{"a":'.repeat(500_000)}1${'}]'.repeat(500_000)}`;
  expect(writeJson(JSON.parse(text), 'compact') === text).toBe(true);
});

it('objects and arrays of written parts are put together', () => {
  const members = [
    ['__proto__', '1'],
    ['a"b', '[]'],
  ] as const;
  expect(writeObject(members, 'compact')).toBe('{"__proto__":1,"a\\"b":[]}');
  expect(writeObject(members, 'spaced')).toBe('{ "__proto__" : 1, "a\\"b" : [] }');
  expect(writeArray(['1', '{}'], 'compact')).toBe('[1,{}]');
  expect(writeArray(['1', '{}'], 'spaced')).toBe('[ 1, {} ]');
  expect([writeObject([], 'spaced'), writeArray([], 'spaced')]).toEqual(['{}', '[]']);
});
