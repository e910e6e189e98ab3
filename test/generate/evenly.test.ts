import fc from 'fast-check';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, it } from 'vitest';
import { evenly, manyEvenly } from '../../src/generate/evenly.js';

/** What a seed draws, and the first values that it shrinks to. */
function drawn<T>(arbitrary: fc.Arbitrary<T>, seed: number, bias: number | undefined) {
  const { value, context } = arbitrary.generate(new fc.Random(xoroshiro128plus(seed)), bias);
  const smaller = [...arbitrary.shrink(value, context).take(20)];
  return { value, smaller: smaller.map((one) => one.value) };
}

const numbers = fc.noBias(fc.nat(99));
const LENGTHS = [
  { minLength: 0, maxLength: 8 },
  { minLength: 1, maxLength: 8 },
  { minLength: 2, maxLength: 3 },
];

it.each([undefined, 2, 3, 6])('draws and shrinks what fast-check does, with a bias of %s', (bias) => {
  for (let seed = 0; seed < 200; seed++) {
    expect(drawn(evenly(99), seed, bias)).toEqual(drawn(numbers, seed, bias));
    for (const lengths of LENGTHS)
      expect(drawn(manyEvenly(99, lengths), seed, bias)).toEqual(drawn(fc.array(numbers, lengths), seed, bias));
  }
});
