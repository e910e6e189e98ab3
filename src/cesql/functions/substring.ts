// LEFT, RIGHT and SUBSTRING (section 3.5.1), by characters.
import { failure, type Outcome } from '../problem.js';
import { lengthOf, sliceOf } from './characters.js';

/** The first characters; the whole text where the count is negative, with an error. */
export function left(text: string, count: number): Outcome<string> {
  if (count < 0) return failure(text, 'functionEvaluation', `LEFT of ${count} characters`);
  return sliceOf(text, 0, Math.min(count, lengthOf(text)));
}

/** The last characters; the whole text where the count is negative, with an error. */
export function right(text: string, count: number): Outcome<string> {
  if (count < 0) return failure(text, 'functionEvaluation', `RIGHT of ${count} characters`);
  const length = lengthOf(text);
  return sliceOf(text, Math.max(length - count, 0), length);
}

/**
 * The characters from a position on, counted from 1, or from the end if it is negative; at position 0 there are none. A
 * negative count is an error at every position (position A74).
 */
export function substring(text: string, position: number, count?: number): Outcome<string> {
  if (count !== undefined && count < 0) return failure('', 'functionEvaluation', `SUBSTRING of ${count} characters`);
  if (position === 0) return '';
  const length = lengthOf(text);
  if (position > length || position < -length)
    return failure('', 'functionEvaluation', `SUBSTRING at ${position} of a text with ${length} characters`);
  const from = position > 0 ? position - 1 : length + position;
  return sliceOf(text, from, count === undefined ? length : Math.min(from + count, length));
}
