// The type String of "Type System", drawn fast.
import fc from 'fast-check';
import { evenly } from '../evenly.js';
import { characterOf, LARGEST_DRAW } from './characters.js';

/** Longer ones are made of these (`stretched`). */
const MOST = 8;

const character = evenly(LARGEST_DRAW);

const join = (draws: readonly number[]): string => {
  let text = '';
  for (const draw of draws) text += characterOf(draw);
  return text;
};

/** Any String of some characters, the empty one too. */
export const anyText: fc.Arbitrary<string> = fc.array(character, { maxLength: MOST }).map(join);

/** Any String of at least one character. */
export const anyNonEmptyText: fc.Arbitrary<string> = fc.array(character, { minLength: 1, maxLength: MOST }).map(join);
