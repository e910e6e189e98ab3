// The type String of "Type System", drawn fast.
import type fc from 'fast-check';
import { manyEvenly } from '../evenly.js';
import { characterOf, LARGEST_DRAW } from './characters.js';

/** Longer ones are made of these (`stretched`). */
const MOST = 8;

const characters = (minLength: number): fc.Arbitrary<readonly number[]> =>
  manyEvenly(LARGEST_DRAW, { minLength, maxLength: MOST });

const join = (draws: readonly number[]): string => {
  let text = '';
  for (const draw of draws) text += characterOf(draw);
  return text;
};

/** Any String of some characters, the empty one too. */
export const anyText: fc.Arbitrary<string> = characters(0).map(join);

/** Any String of at least one character. */
export const anyNonEmptyText: fc.Arbitrary<string> = characters(1).map(join);
