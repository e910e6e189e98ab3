import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sample } from '../../src/generate/sample.js';

it('draws as many as asked for', () => {
  for (const count of [0, 1, 17]) expect(sample(fc.nat(), 'seed', count)).toHaveLength(count);
});

it('takes any text for a seed', () => {
  for (const seed of ['', '0', 'é\u{1F600}', 'x'.repeat(10_000)]) {
    expect(sample(fc.nat(), seed, 5)).toEqual(sample(fc.nat(), seed, 5));
  }
});

it('begins alike, however many are drawn', () => {
  expect(sample(fc.string(), 's', 20).slice(0, 5)).toEqual(sample(fc.string(), 's', 5));
});
