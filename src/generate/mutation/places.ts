// Where and how often a step of a mutation is done.
import fc from 'fast-check';
import { evenly } from '../evenly.js';

/** A place, in thousandths. */
export const place: fc.Arbitrary<number> = evenly(1000);

/** An end is where most goes wrong. */
export const placeOrEnd: fc.Arbitrary<number> = fc.oneof(place, fc.constantFrom(1000, 0, 1000));

export const TIMES: readonly number[] = [1, 1, 1, 1, 2, 16, 256, 1000, 4096];
