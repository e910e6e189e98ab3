import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventData, JsonValue } from '../../../src/event/types.js';
import { smallerData, smallerJson, smallerText, smallerValue } from '../../../src/fuzz/smaller/smaller-values.js';
import { descend, endsAlways } from './helpers/descents.js';

const MOST = 2_147_483_647;
const json = (value: JsonValue): string => JSON.stringify(value);

describe('smallerText', () => {
  it('ends, whichever steps are taken', () => {
    expect(endsAlways('a+b\u{1f600}%', smallerText, String)).toBeGreaterThan(10);
  });

  it('has nothing that is smaller than the plainest', () => {
    expect([...smallerText('a'), ...smallerText('')]).toEqual([]);
  });

  it('keeps a character in one piece', () => {
    for (const text of smallerText('\u{1f600}\u{1f601}x'))
      expect(Array.from(text).join('')).not.toMatch(/[\ud800-\udfff]/u);
  });

  it.each<readonly [string, string, (text: string) => boolean]>([
    ['a character', '\ufeff', (text) => text.includes('\ufeff')],
    ['two in order', '%+', (text) => /%.*\+/.test(text)],
    ['a length', 'a'.repeat(30), (text) => Array.from(text).length >= 30],
    ['a character at the start', '+', (text) => text.startsWith('+')],
    ['a character before the end', '+a', (text) => /\+./.test(text)],
    ['nothing in particular', 'a', () => true],
  ])('leaves what it takes: %s', (_, expected, holds) => {
    const text = `+${'xyz\u{1f600}'.repeat(9)}%++q`.replace('xyz', '\ufeffxyz');
    expect(descend(text, smallerText, holds).smallest).toBe(expected);
  });

  it('gets to an exact length of a long text in few attempts', () => {
    const long = Array.from({ length: 5000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('');
    const { smallest, attempts } = descend(long, smallerText, (text) => text.length >= 256);
    expect(smallest).toBe('a'.repeat(256));
    expect(attempts).toBeLessThan(200);
  });
});

describe('smallerValue', () => {
  it.each([7, -7, 100, -100])('ends, whichever steps are taken: %i', (value) => {
    expect(endsAlways(value, smallerValue as (value: number) => Iterable<number>, String)).toBeGreaterThan(5);
  });

  it('keeps the type, and stays within the bounds of an Integer', () => {
    for (const value of [MOST, -MOST - 1, 1, -1])
      for (const one of smallerValue(value)) {
        expect(Number.isInteger(one)).toBe(true);
        expect(Math.abs(Number(one))).toBeLessThanOrEqual(MOST);
        expect(Math.abs(Number(one))).toBeLessThanOrEqual(Math.abs(value));
      }
    expect([...smallerValue(true)]).toEqual([false]);
    expect([...smallerValue(false), ...smallerValue(0)]).toEqual([]);
  });

  it.each<readonly [number, number, (value: number) => boolean]>([
    [MOST, 1_000_000_000, (value) => value >= 1_000_000_000],
    [MOST, 65_536, (value) => Math.abs(value) > 65_535],
    [-MOST - 1, -MOST - 1, (value) => value === -MOST - 1],
    [-MOST - 1, -40_000, (value) => value <= -40_000],
    [-12_345, 10, (value) => Math.abs(value) > 9],
  ])('gets from %i to %i in few attempts', (start, expected, holds) => {
    const { smallest, attempts } = descend(start, smallerValue as (value: number) => Iterable<number>, holds);
    expect(smallest).toBe(expected);
    expect(attempts).toBeLessThan(1000);
  });
});

describe('smallerJson', () => {
  it('ends, whichever steps are taken', () => {
    expect(endsAlways({ a: [1, true, null], b: { c: 'x+' } } as JsonValue, smallerJson, json)).toBeGreaterThan(20);
    expect(endsAlways([[], [{}], ''] as JsonValue, smallerJson, json)).toBeGreaterThan(3);
  });

  it('ends for numbers of which one less is the same, and for fractions', () => {
    for (const value of [1e300, -1e300]) {
      const { attempts } = descend<JsonValue>(value, smallerJson, (one) => one !== 0);
      expect(attempts).toBeLessThan(2500);
    }
    for (const value of [1e300, -1e300, 2 ** 53, -(2 ** 60), 0.1, -0.5, 1e-300, -0])
      expect(Math.abs(Number(descend<JsonValue>(value, smallerJson, () => true).smallest))).toBe(0);
  });

  it.each<readonly [JsonValue, (value: JsonValue) => boolean]>([
    [{ x: 1 }, (value) => json(value).includes('"x":1')],
    [[[[]]], (value) => json(value).includes('[[[')],
    ['{', (value) => typeof value === 'string' && value.startsWith('{')],
    [null, (value) => json(value).includes('null')],
    [{ '': '' }, (value) => json(value).includes('""')],
    [{}, (value) => typeof value === 'object'],
  ])('gets to %j, or to what is as small', (expected, holds) => {
    const start: JsonValue = { k: [{ x: 1, '': '' }, [[[2]], null]], l: '{"a":1}', m: [true, 'y'] };
    const { smallest } = descend<JsonValue>(holds(start) ? start : '{"a":1}', smallerJson, holds);
    expect(json(smallest).length).toBeLessThanOrEqual(json(expected).length);
  });

  it('leaves what is large in few attempts', () => {
    const large: JsonValue = Array.from({ length: 2000 }, (_, at) => ({ at, text: 'x'.repeat(20) }));
    const { smallest, attempts } = descend<JsonValue>(large, smallerJson, (value) => json(value).includes('1234'));
    expect(json(smallest).length).toBeLessThan(12);
    expect(attempts).toBeLessThan(1500);
  });

  it('gives other values than the one it was given, whatever that is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), (value) => {
        for (const one of smallerJson(value as JsonValue)) expect(json(one)).not.toBe(json(value as JsonValue));
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});

describe('smallerData', () => {
  const key = (data: EventData): string =>
    data.kind === 'binary' ? `${data.kind} ${Buffer.from(data.bytes).toString('hex')}` : JSON.stringify(data);

  it.each<EventData>([
    { kind: 'text', text: 'x+y' },
    { kind: 'binary', bytes: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) },
    { kind: 'json', value: '[1]' },
    { kind: 'json', value: [false, 2] },
  ])('ends, whichever steps are taken, and keeps the kind: %j', (data) => {
    expect(endsAlways(data, smallerData, key)).toBeGreaterThan(3);
    for (const one of smallerData(data)) expect(one.kind).toBe(data.kind);
  });

  it.each([0, 1, 4, 7, 100])('gets to the fewest bytes of a remainder: at least %i', (least) => {
    const holds = (data: EventData): boolean =>
      data.kind === 'binary' && data.bytes.length % 3 === 1 && data.bytes.length >= least;
    const start: EventData = { kind: 'binary', bytes: new Uint8Array(1000).fill(7) };
    const { smallest, attempts } = descend(start, smallerData, holds);
    expect(smallest).toEqual({ kind: 'binary', bytes: new Uint8Array(Math.max(1, least)) });
    expect(attempts).toBeLessThan(5000);
  });
});
