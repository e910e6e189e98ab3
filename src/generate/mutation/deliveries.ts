import fc from 'fast-check';
import { place } from './places.js';
import type { Delivery } from './types.js';

/** A message is sent as any other. */
export const WHOLE: Delivery = {};

/** Two of three messages are sent whole. */
export const deliveries: fc.Arbitrary<Delivery> = fc.oneof<fc.WeightedArbitrary<Delivery>[]>(
  { arbitrary: fc.constant(WHOLE), weight: 10 },
  {
    arbitrary: fc.constantFrom<Delivery>(
      { framing: 'chunked' },
      { framing: 'none' },
      { framing: 'chunked', pieces: 7 },
    ),
    weight: 2,
  },
  { arbitrary: fc.constantFrom(1, 2, 3, 7, 16, 61).map((pieces): Delivery => ({ pieces })), weight: 1 },
  {
    arbitrary: fc.constantFrom(-1, 1, -10, 10, 1000, -1000).map((lengthDelta): Delivery => ({ lengthDelta })),
    weight: 1,
  },
  { arbitrary: place.map((cutAt): Delivery => ({ cutAt })), weight: 1 },
);
