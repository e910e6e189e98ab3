// CESQL expressions with the events that they speak about: most of them evaluate to something, many with errors.
import fc from 'fast-check';
import { OPTIONAL, REQUIRED } from './attributes.js';
import { eventWith } from './event.js';
import type { Posed } from './posed.js';
import { shrinking } from './shrinking.js';
import { smallerPosed } from './smaller-posed.js';
import { trees } from './tree.js';
import type { ExpressionOptions } from './types.js';

const DEFAULT_DEPTH = 4;

/** Spellings that an expression may have. */
const MOST_SPELLINGS = 2 ** 31 - 1;

/** Any expression that can be written, and an event. It shrinks to `FALSE` and the required attributes. */
export function expressions(options: ExpressionOptions = {}): fc.Arbitrary<Posed> {
  const { wellTyped = false, depth = DEFAULT_DEPTH, attributes = OPTIONAL } = options;
  const sources = [...REQUIRED, ...attributes];
  const posed = fc.record({
    expression: trees({ isWellTyped: wellTyped, depth, sources }),
    event: eventWith(sources),
    spelling: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: MOST_SPELLINGS })),
  });
  return shrinking(posed, smallerPosed);
}
