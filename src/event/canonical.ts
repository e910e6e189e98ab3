// One string for every attribute value, in which all comparisons and all header values are made (position A08).
import type { AttributeValue } from './types.js';

/**
 * The canonical string of a value ("Type System"): whole numbers have neither point nor exponent, minus zero is `0`.
 * A string is its own canonical string. Fractions are no Integers; they give their shortest decimal form.
 */
export function canonical(value: AttributeValue): string {
  // String() turns to an exponent from 1e21 on.
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value).toString();
  return String(value);
}
