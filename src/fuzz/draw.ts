// Trials by number: the same seed and number draw the same trial from the same arbitrary, whatever was drawn before.
import { createHash } from 'node:crypto';
import fc, { type Arbitrary } from 'fast-check';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Drawn } from './shrink.js';
import type { Trial } from './trial.js';

/** The number behind a seed, which is any text. */
export const seedNumber = (seed: string): number => createHash('sha256').update(seed).digest().readInt32BE(0);

/** Numbers from 0 to `below` minus 1 that depend on the seed and the index alone. */
export const pick = (seed: number, index: number, below: number): number =>
  (mix(seed ^ 0x51ed270b, index) >>> 0) % below;

/** The trial of an index. Early ones are biased towards what is small and at the edge, as fast-check has it. */
export function draw(arbitrary: Arbitrary<Trial>, seed: number, index: number): Drawn {
  const random = new fc.Random(xoroshiro128plus(mix(seed, index)));
  const bias = 2 + Math.floor(Math.log10(index + 1));
  const { value, context } = arbitrary.generate(random, bias);
  return { trial: value, arbitrary, context };
}

// The finalizer of MurmurHash3, over both: neighbours have nothing in common.
function mix(seed: number, index: number): number {
  let mixed = Math.imul(index ^ 0x9e3779b9, 0xcc9e2d51) ^ seed;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) ^ Math.imul(seed, 0x1b873593);
  return mixed ^ (mixed >>> 16);
}
