// Header values of HTTP with percent sequences that nothing asks for (HTTP binding, section 3.1.3.2; position A39).

/** A value of the same meaning, of one that is encoded: a third of the other characters too, half with lower-case digits. */
export const escapeHeader = (value: string): string =>
  value.replace(/%[0-9A-F]{2}|[^%]/g, (part, at: number) => {
    if (part.length > 1) return at % 2 === 0 ? part : part.toLowerCase();
    const unit = part.charCodeAt(0);
    if (unit > 0x7e || (unit + at) % 3 !== 0) return part;
    const digits = unit.toString(16);
    return `%${at % 2 === 0 ? digits.toUpperCase() : digits}`;
  });
