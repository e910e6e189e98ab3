import { describe, expect, it } from 'vitest';
import { chance } from '../../src/reference/chance.js';

const asked = (share: number, seed: string | number, times = 10_000): readonly boolean[] =>
  Array.from({ length: times }, chance(share, seed));
const yes = (answers: readonly boolean[]): number => answers.filter(Boolean).length;

describe('chance', () => {
  it.each([0, 1])('of %i says the same each time', (share) => {
    expect(yes(asked(share, 's', 1000))).toBe(share * 1000);
  });

  it.each([0.01, 0.5])('of %d says yes to about that share', (share) => {
    // Ten standard deviations at the least; the seed is fixed, so this holds always or never.
    expect(Math.abs(yes(asked(share, 's')) / 10_000 - share)).toBeLessThan(Math.max(0.005, share / 20));
  });

  it('depends on its seed alone', () => {
    expect(asked(0.5, 's', 100)).toEqual(asked(0.5, 's', 100));
    expect(asked(0.5, 's', 100)).not.toEqual(asked(0.5, 't', 100));
    expect(asked(0.5, 1, 100)).toEqual(asked(0.5, '1', 100));
  });
});
