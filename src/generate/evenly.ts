import fc from 'fast-check';

/** A number from 0 to `most`, all alike: what is drawn from a table has no edges that a bias should lead to. */
export const evenly = (most: number): fc.Arbitrary<number> => fc.noBias(fc.nat(most));
