// Events drawn by a seed: the same seed gives the same events, whoever draws them.
import { createHash } from 'node:crypto';
import fc from 'fast-check';

/** Draws `count` values. `seed` is any text. */
export function sample<T>(arbitrary: fc.Arbitrary<T>, seed: string, count: number): readonly T[] {
  // A run of no values is one that fast-check refuses to make.
  return count === 0 ? [] : fc.sample(arbitrary, { seed: numberOf(seed), numRuns: count });
}

const numberOf = (seed: string): number => createHash('sha256').update(seed).digest().readInt32BE(0);
