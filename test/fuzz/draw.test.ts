import { describe, expect, it } from 'vitest';
import { carriersOf } from '../../src/engine/carriers.js';
import { aimsOf } from '../../src/fuzz/aims.js';
import { draw, pick, seedNumber } from '../../src/fuzz/draw.js';
import { createSchedule } from '../../src/fuzz/schedule.js';
import { toTrialJson } from '../../src/fuzz/trial-json.js';

const aims = aimsOf({ decodes: carriersOf(['http']), encodes: [], evaluates: false });
const [any] = aims;
if (any === undefined) throw new Error('there is no aim');

const drawn = (seed: number, index: number): string =>
  JSON.stringify(toTrialJson(draw(any.arbitrary, seed, index).trial));

describe('draw', () => {
  it('gives the same trial for the same seed and index, whatever was drawn before', () => {
    const first = drawn(1, 5);
    for (const index of [0, 1, 99]) drawn(1, index);
    expect(drawn(1, 5)).toBe(first);
  });

  it('gives neighbours nothing in common, nor neighbouring seeds', () => {
    const all = Array.from({ length: 50 }, (_, index) => [drawn(1, index), drawn(2, index), drawn(index, 1)]).flat();
    // The second of seed 1 is in it twice, and so is that of seed 2.
    expect(new Set(all).size).toBe(all.length - 2);
  });

  it('gives what shrinks', () => {
    const { trial, arbitrary, context } = draw(any.arbitrary, 1, 12);
    const [smaller] = arbitrary?.shrink(trial, context) ?? [];
    expect(smaller?.value).toBeDefined();
    expect(smaller?.value).not.toEqual(trial);
  });
});

describe('shards', () => {
  it('have indices of their own, and together all', () => {
    const of = 3;
    const parts = Array.from({ length: of }, (_, shard) => Array.from({ length: 20 }, (_, at) => at * of + shard));
    const trials = new Set(parts.flat().map((index) => drawn(4, index)));
    const whole = new Set(Array.from({ length: 60 }, (_, index) => drawn(4, index)));
    expect(trials).toEqual(whole);
    expect(trials.size).toBe(60);
  });

  it('aim at every cell each', () => {
    for (const shard of [0, 1, 2]) {
      const schedule = createSchedule(aims, 4);
      const aimed = new Set(Array.from({ length: aims.length * 2 }, (_, at) => schedule.next(at * 3 + shard)));
      expect(aims.filter((aim) => aim.cell !== undefined && !aimed.has(aim))).toEqual([]);
    }
  });
});

describe('pick', () => {
  it('is below the bound, and every number comes', () => {
    const picked = new Set(Array.from({ length: 500 }, (_, index) => pick(3, index, 7)));
    expect([...picked].toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});

it('a seed is any text, and has one number', () => {
  expect(seedNumber('a')).toBe(seedNumber('a'));
  expect(new Set(['', 'a', 'b', '1', '\u{1f600}'].map(seedNumber)).size).toBe(5);
  for (const seed of ['', 'a']) expect(Number.isInteger(seedNumber(seed))).toBe(true);
});
