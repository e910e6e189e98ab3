// Arithmetic on Integers (sections 3.4.1 and 3.4.2). What becomes of an overflow the text does not say (position A65): as with ABS, the
// one overflow that it has a rule for, the result is the nearest Integer, and comes with a MathError.
import { MAX_INTEGER, MIN_INTEGER } from '../event/integer.js';
import { failure, type Outcome } from './problem.js';

export const add = (x: number, y: number): Outcome<number> => within(x + y);

export const subtract = (x: number, y: number): Outcome<number> => within(x - y);

// A product of two Integers can be beyond what a double holds exactly, but never wrongly within the range.
export const multiply = (x: number, y: number): Outcome<number> => within(x * y);

export const negate = (x: number): Outcome<number> => within(-x);

/** Rounds towards zero. */
export function divide(x: number, y: number): Outcome<number> {
  return y === 0 ? failure(0, 'math', 'division by zero') : within(Math.trunc(x / y));
}

/** Has the sign of the left operand. */
export function remainder(x: number, y: number): Outcome<number> {
  return y === 0 ? failure(0, 'math', 'remainder of a division by zero') : within(x % y);
}

function within(result: number): Outcome<number> {
  // The bitwise operator also turns -0, which is no Integer, into 0.
  const integer = result | 0;
  if (integer === result) return integer;
  return failure(result < 0 ? MIN_INTEGER : MAX_INTEGER, 'math', `${result} is beyond 32 bits`);
}
