// The six casts of section 3.7.
import { isInteger } from '../event/integer.js';
import { failure, type Outcome } from './problem.js';
import type { CesqlType, CesqlValue } from './types.js';
import { named } from './visible.js';

/** The type of a value. */
export function typeOf(value: CesqlValue): CesqlType {
  switch (typeof value) {
    case 'boolean':
      return 'boolean';
    case 'number':
      return 'integer';
    case 'string':
      return 'string';
  }
}

/** Integer or String to Boolean: 0 is false, other Integers are true; of Strings only the two words, in any case. */
export function toBoolean(value: number | string): Outcome<boolean> {
  if (typeof value === 'number') return value !== 0;
  // No long text is turned into lower case for nothing.
  const word = value.length <= 5 ? value.toLowerCase() : '';
  if (word === 'true') return true;
  return word === 'false' ? false : failure(false, 'cast', `'${named(value)}' is no Boolean`);
}

/** Boolean or String to Integer: base 10, an optional sign, 32 bits, and nothing else, not even white space. */
export function toInteger(value: boolean | string): Outcome<number> {
  if (typeof value === 'boolean') return value ? 1 : 0;
  const first = value.charCodeAt(0);
  const isSigned = first === 43 || first === 45;
  if (value.length === (isSigned ? 1 : 0)) return failure(0, 'cast', `'${named(value)}' is no Integer`);
  let number = 0;
  for (let index = isSigned ? 1 : 0; index < value.length; index++) {
    const digit = value.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return failure(0, 'cast', `'${named(value)}' is no Integer`);
    number = number * 10 + digit;
  }
  const signed = first === 45 ? 0 - number : number;
  return isInteger(signed) ? signed : failure(0, 'cast', `'${named(value)}' is no Integer of 32 bits`);
}

/** Boolean or Integer to String. */
export function toText(value: boolean | number): string {
  return String(value);
}
