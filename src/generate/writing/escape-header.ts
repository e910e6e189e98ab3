// Header values of HTTP with percent sequences that nothing asks for (HTTP binding, section 3.1.3.2; position A39).

/**
 * A value of the same meaning, of one that is encoded: a third of the other characters too. The digits are capitals, small
 * letters, or of either case, by the length of the value.
 */
export function escapeHeader(value: string): string {
  const isLower = (at: number): boolean => [false, true, at % 2 === 1][value.length % 3] === true;
  return value.replace(/%[0-9A-F]{2}|[^%]/g, (part, at: number) => {
    if (part.length > 1) return isLower(at) ? part.toLowerCase() : part;
    const unit = part.charCodeAt(0);
    if (unit > 0x7e || at % 3 !== 0) return part;
    const digits = unit.toString(16);
    return `%${isLower(at) ? digits : digits.toUpperCase()}`;
  });
}
