// The type Integer of "Type System": a whole number of 32 bits with its sign.
import fc from 'fast-check';
import { MAX_INTEGER, MIN_INTEGER } from '../event/integer.js';

/** Any Integer; the bounds and their neighbours come often. */
export const integer: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: MIN_INTEGER, max: MAX_INTEGER }),
  fc.constantFrom(MIN_INTEGER, MIN_INTEGER + 1, -1, 0, 1, MAX_INTEGER - 1, MAX_INTEGER),
);
