// The type Integer of "Type System": a signed whole number of 32 bits.

/** The smallest Integer, -2,147,483,648. */
export const MIN_INTEGER: number = -(2 ** 31);

/** The largest Integer, 2,147,483,647. */
export const MAX_INTEGER: number = 2 ** 31 - 1;

/** Whether a number is a whole one within the range. */
export function isInteger(value: number): boolean {
  return Number.isInteger(value) && value >= MIN_INTEGER && value <= MAX_INTEGER;
}

/**
 * Whether a text is the canonical string of an Integer: the integer component of a JSON number with an optional minus
 * (RFC 7159, section 6), within the range. `-0` fits that grammar and is accepted (position A05).
 */
export function isIntegerString(text: string): boolean {
  // Eleven characters hold the longest Integer, so a huge text is not even matched.
  return text.length <= 11 && /^-?(?:0|[1-9][0-9]*)$/.test(text) && isInteger(Number(text));
}
