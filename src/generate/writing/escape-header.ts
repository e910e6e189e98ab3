// Header values of HTTP with percent sequences that nothing asks for (HTTP binding, section 3.1.3.2; position A39).

/**
 * A value of the same meaning, of one that is encoded: a third of the other characters too. The digits are capitals, small
 * letters, or of either case, by the length of the value.
 */
export function escapeHeader(value: string): string {
  const isLower = (at: number): boolean => [false, true, at % 2 === 1][value.length % 3] === true;
  let written = '';
  for (let at = 0; at < value.length; at++) {
    const unit = value.charCodeAt(at);
    if (unit === PERCENT) {
      const part = value.slice(at, at + ENCODED);
      written += isLower(at) ? part.toLowerCase() : part;
      at += ENCODED - 1;
    } else if (unit > 0x7e || at % 3 !== 0) {
      written += value.charAt(at);
    } else {
      const digits = unit.toString(16);
      written += `%${isLower(at) ? digits : digits.toUpperCase()}`;
    }
  }
  return written;
}

const PERCENT = 0x25;

/** Characters of what is encoded: the sign and two digits. */
const ENCODED = 3;
