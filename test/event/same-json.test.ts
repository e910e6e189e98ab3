import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameJson } from '../../src/event/same-json.js';
import type { JsonValue } from '../../src/event/types.js';

const json = fc.jsonValue().map((value): JsonValue => JSON.parse(JSON.stringify(value)));

describe('equal JSON', () => {
  it.each<[JsonValue, JsonValue]>([
    [0, -0],
    [1, 1.0],
    [null, null],
    [
      { a: 1, b: [2, { c: null }] },
      { b: [2, { c: null }], a: 1 },
    ],
    [[], []],
    [{}, Object.create(null)],
    ['é', '\u00e9'],
  ])('%j and %j', (one, other) => {
    expect(sameJson(one, other)).toBe(true);
  });

  it('is every value and its copy, with members the other way round', () => {
    const reversed = (value: JsonValue): JsonValue => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([name, item]) => [name, reversed(item)]),
      );
    };
    fc.assert(fc.property(json, (value) => sameJson(value, reversed(value))));
  });
});

describe('different JSON', () => {
  it.each<[JsonValue, JsonValue]>([
    [0, '0'],
    [0, false],
    [null, false],
    [null, {}],
    [[], {}],
    [{}, []],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 1]],
    [{ a: 1 }, { a: 1, b: 1 }],
    [{ a: null }, { b: null }],
    [{ a: 1 }, { b: 1 }],
    ['e\u0301', 'é'],
    [{ a: [{ b: 1 }] }, { a: [{ b: 2 }] }],
    [JSON.parse('{"__proto__":1}'), JSON.parse('{"__proto__":2}')],
    [JSON.parse('{"__proto__":null}'), {}],
    [JSON.parse('{"toString":1}'), { valueOf: 1 }],
    [['a'], { 0: 'a' }],
  ])('%j and %j', (one, other) => {
    expect(sameJson(one, other)).toBe(false);
    expect(sameJson(other, one)).toBe(false);
  });

  it('is what Node finds different', () => {
    const small = fc.oneof(fc.constantFrom<JsonValue>({}, [], 0, '0', null, [0], { a: 0 }, { a: [] }, [[]]), json);
    fc.assert(fc.property(small, small, (one, other) => sameJson(one, other) === isDeepStrictEqual(one, other)));
  });
});

it('goes a million levels deep', () => {
  const deep = (leaf: string): JsonValue => JSON.parse(`${'[{"a":'.repeat(500_000)}${leaf}${'}]'.repeat(500_000)}`);
  expect(sameJson(deep('1'), deep('1'))).toBe(true);
  expect(sameJson(deep('1'), deep('2'))).toBe(false);
});
