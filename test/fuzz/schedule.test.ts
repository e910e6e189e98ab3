import { describe, expect, it } from 'vitest';
import { CARRIERS, carriersOf } from '../../src/engine/carriers.js';
import { type Aim, aimsOf } from '../../src/fuzz/aims.js';
import { createSchedule } from '../../src/fuzz/schedule.js';

const aims = aimsOf({ decodes: carriersOf(['http']), encodes: [], evaluates: false });
const cells = aims.filter(({ cell }) => cell !== undefined);

const names = (seed: number, indices: readonly number[], of: readonly Aim[] = aims): readonly string[] => {
  const schedule = createSchedule(of, seed);
  return indices.map((index) => schedule.next(index).name);
};
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

describe('createSchedule', () => {
  it('aims at every cell in as many trials as there are two for each', () => {
    const aimed = new Set(names(1, upTo(cells.length * 2)));
    expect(cells.filter(({ name }) => !aimed.has(name))).toEqual([]);
  });

  it('aims at events at large between them', () => {
    expect(names(1, upTo(40))).toContain('any event');
  });

  it('depends on the seed and the index alone', () => {
    expect(names(1, upTo(400))).toEqual(names(1, upTo(400)));
    expect(names(1, upTo(400))).not.toEqual(names(2, upTo(400)));
  });

  it('begins with other cells for another seed', () => {
    const starts = new Set(upTo(20).map((seed) => names(seed, [0])[0]));
    expect(starts.size).toBeGreaterThan(10);
  });

  it('goes on by weight when every cell was aimed at', () => {
    const schedule = createSchedule(aims, 1);
    for (const index of upTo(cells.length * 2)) schedule.next(index);
    const counts = new Map<string, number>();
    for (let index = 1000; index < 5000; index++) {
      const { name } = schedule.next(index);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const total = aims.reduce((sum, { weight }) => sum + weight, 0);
    const share = (counts.get('any event') ?? 0) / 4000;
    const due = (aims.find(({ name }) => name === 'any event')?.weight ?? 0) / total;
    expect(Math.abs(share - due)).toBeLessThan(0.05);
  });

  it('aims at what comes by weight alone where there is no cell', () => {
    const [only] = aims.filter(({ name }) => name === 'any event');
    expect(names(1, upTo(5), only === undefined ? [] : [only])).toEqual(Array(5).fill('any event'));
  });

  it('has nothing to aim at where there is no aim', () => {
    expect(() => createSchedule([], 1).next(0)).toThrow('there is nothing to aim at');
  });
});

describe('aimsOf', () => {
  it('has one name for each aim, the same in every run', () => {
    const all = aimsOf({ decodes: CARRIERS, encodes: CARRIERS, evaluates: true }).map(({ name }) => name);
    expect(new Set(all).size).toBe(all.length);
    expect(aimsOf({ decodes: CARRIERS, encodes: CARRIERS, evaluates: true }).map(({ name }) => name)).toEqual(all);
  });

  it('asks nothing of who can do nothing', () => {
    expect(aimsOf({ decodes: [], encodes: [], evaluates: false })).toEqual([]);
  });

  it('asks for what a target can do, and over its forms alone', () => {
    expect(aimsOf({ decodes: [], encodes: [], evaluates: true }).map(({ name }) => name)).toEqual(['expression']);
    expect(aimsOf({ decodes: [], encodes: ['kafka-binary'], evaluates: false }).map(({ name }) => name)).toEqual([
      'encode@kafka-binary',
    ]);
    const ways = aimsOf({ decodes: ['http-binary'], encodes: [], evaluates: false }).flatMap(
      ({ cell }) => cell?.way ?? [],
    );
    expect(new Set(ways)).toEqual(new Set(['http-binary']));
  });
});
