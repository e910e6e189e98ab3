// Section 3.2: what an event has, in each shape that events come in.
import { describe, expect, it } from 'vitest';
import { attributeOf } from '../../src/cesql/attribute.js';
import type { CesqlEvent, CesqlValue } from '../../src/cesql/types.js';
import { fromWire, toWire } from '../../src/event/wire.js';
import { ATTRIBUTES, answer } from './helpers/answer.js';

const modelled = { attributes: new Map(Object.entries(ATTRIBUTES)) };

const SHAPES: readonly (readonly [string, CesqlEvent])[] = [
  ['the model', modelled],
  ['the wire', toWire(modelled)],
  ['plain attributes', { attributes: { ...ATTRIBUTES } }],
  ['JSON', { ...ATTRIBUTES, data: { id: 'not me' }, data_base64: 'bm90IG1l' }],
];

describe.each(SHAPES)('an event in the shape of %s', (_, event) => {
  it.each(Object.entries(ATTRIBUTES))('has %s', (name, value) => {
    expect(attributeOf(event, name)).toBe(value);
    expect(answer(name, {}, event)).toEqual([value]);
    expect(answer(`EXISTS ${name}`, {}, event)).toEqual([true]);
  });

  it.each(['missing', 'data', 'attributes', 'constructor', 'valueof', 'size', 'get'])('has no %s', (name) => {
    expect(attributeOf(event, name)).toBeUndefined();
    expect(answer(name, {}, event)).toEqual([false, 'missingAttribute']);
    expect(answer(`EXISTS ${name}`, {}, event)).toEqual([false]);
  });
});

describe('an attribute value', () => {
  it.each<readonly [unknown, CesqlValue]>([
    ['', ''],
    [0, 0],
    [-0, 0],
    [2147483647, 2147483647],
    [-2147483648, -2147483648],
    // No Integer, so the String of it.
    [2147483648, '2147483648'],
    [-2147483649, '-2147483649'],
    [1.5, '1.5'],
    [1e300, '1e+300'],
    [Number.NaN, 'NaN'],
    [10n, '10'],
    [new Date(Date.UTC(2018, 3, 26, 14, 48, 9)), '2018-04-26T14:48:09.000Z'],
    [new URL('https://example.com/a?b#c'), 'https://example.com/a?b#c'],
    [new Uint8Array([1, 2, 255]), 'AQL/'],
    [new Uint8Array([0, 1, 2, 255, 0]).subarray(1, 4), 'AQL/'],
    [new DataView(new Uint8Array([1, 2, 255]).buffer), 'AQL/'],
    [new Uint8Array([1, 2, 255]).buffer, 'AQL/'],
    [new Uint8Array(), ''],
    [['a', 'b'], 'a,b'],
  ])('%o is %j', (given, value) => {
    for (const event of [{ x: given }, { attributes: { x: given } }, { attributes: new Map([['x', given]]) }]) {
      expect(Object.is(attributeOf(event, 'x'), value)).toBe(true);
      expect(answer('x', {}, event)).toEqual([value]);
    }
  });

  it.each([null, undefined])('%s is absent', (given) => {
    for (const event of [{ x: given }, { attributes: { x: given } }, { attributes: new Map([['x', given]]) }]) {
      expect(answer('x', {}, event)).toEqual([false, 'missingAttribute']);
      expect(answer('EXISTS x', {}, event)).toEqual([false]);
    }
  });

  it('keeps the type that it has in JSON', () => {
    const read = fromWire(JSON.parse('{"attributes": {"flag": true, "count": 5, "text": "5", "big": 4294967296}}'));
    if (read.kind !== 'event') throw new Error(read.reason);
    expect(answer('flag', {}, read.event)).toEqual([true]);
    expect(answer('count', {}, read.event)).toEqual([5]);
    expect(answer('text', {}, read.event)).toEqual(['5']);
    expect(answer('count = text', {}, read.event)).toEqual([true]);
    expect(answer('big', {}, read.event)).toEqual(['4294967296']);
  });

  it('is the text of a time, an address or bytes', () => {
    expect(answer('time')).toEqual(['2018-04-26T14:48:09+02:00']);
    expect(answer("source LIKE 'https://example.com/%'")).toEqual([true]);
  });

  it('can have the name of a member that events have', () => {
    expect(answer('attributes', {}, { attributes: 'mine', id: '1' })).toEqual(['mine']);
    expect(answer('data', {}, { attributes: { data: 'not data' } })).toEqual(['not data']);
  });
});

describe('an event of somebody else', () => {
  const throwing = (): never => {
    throw new Error('no');
  };

  it.each<readonly [string, CesqlEvent]>([
    ['a getter', Object.defineProperty({}, 'x', { get: throwing, enumerable: true })],
    ['a getter inside', { attributes: Object.defineProperty({}, 'x', { get: throwing }) }],
    ['a getter for all', Object.defineProperty({}, 'attributes', { get: throwing })],
    ['a proxy', new Proxy({}, { getOwnPropertyDescriptor: throwing, get: throwing, has: throwing })],
    ['text that has none', { x: Object.create(null) }],
    ['text that throws', { x: { toString: throwing } }],
    ['no time', { x: new Date(Number.NaN) }],
    [
      'a map',
      {
        attributes: new (class extends Map {
          override get = throwing;
        })(),
      },
    ],
  ])('throws nothing with %s', (_, event) => {
    expect(answer('x', {}, event)).toEqual([false, 'generic']);
    expect(answer('x = 1', {}, event)).toEqual([false, 'generic']);
    expect(answer('EXISTS x', {}, event)).toEqual([false]);
    expect(answer('x + 1', { mode: 'complete' }, event)).toEqual([0, 'generic']);
    expect(answer("UPPER('a') = 'A' AND CONCAT(x) = ''", { mode: 'fail-fast' }, event)).toEqual([false, 'generic']);
  });

  it('has only what is its own', () => {
    const inherited = Object.create({ x: 'inherited', attributes: { x: 'inherited' } });
    expect(answer('x', {}, inherited)).toEqual([false, 'missingAttribute']);
    const polluted = JSON.parse('{"__proto__": {"x": 1}}');
    expect(answer('x', {}, polluted)).toEqual([false, 'missingAttribute']);
    expect(answer('x', {}, { attributes: Object.create({ x: 1 }) })).toEqual([false, 'missingAttribute']);
  });

  it.each([null, undefined, 1, 'text', true, [], () => 1])('can be %o, and has nothing then', (event) => {
    expect(answer('x', {}, event as CesqlEvent)).toEqual([false, 'missingAttribute']);
    expect(answer('EXISTS x', {}, event as CesqlEvent)).toEqual([false]);
  });

  it('stays as it is', () => {
    const event = { ...ATTRIBUTES, list: ['a'], when: new Date(0) };
    const before = structuredClone(event);
    for (const expression of ['list = when', 'UPPER(id)', 'missing + 1', "id IN (list, 'A-1')", 'EXISTS when'])
      expect(answer(expression, {}, event)).toEqual(answer(expression, {}, event));
    expect(event).toEqual(before);
    expect(() => answer('id', {}, Object.freeze(event))).not.toThrow();
  });
});
