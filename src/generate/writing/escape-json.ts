// JSON text with escapes that nothing asks for (RFC 8259, section 7): any character may be written as `\uXXXX`, and those
// beyond the first plane as two of them.

/** A text of the same meaning. What is escaped already stays so; every pair of surrogates is escaped, of the rest a third, by its place. */
export function escapeJson(text: string): string {
  let isInside = false;
  let written = '';
  // What stays as it is is taken over in runs.
  let taken = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) isInside = !isInside;
    else if (!isInside) continue;
    else if (unit === BACKSLASH) at += text.charCodeAt(at + 1) === SMALL_U ? 5 : 1;
    else if (isEscaped(unit, at)) {
      written += text.slice(taken, at) + escapeOf(text.charAt(at), at);
      taken = at + 1;
    }
  }
  return written + text.slice(taken);
}

const [QUOTE, BACKSLASH, SMALL_U] = [0x22, 0x5c, 0x75] as const;

const isEscaped = (unit: number, at: number): boolean => (unit >= 0xd800 && unit <= 0xdfff) || at % 3 === 0;

// Hexadecimal digits count in either case.
function escapeOf(character: string, at: number): string {
  if (character === '/') return '\\/';
  const digits = character.charCodeAt(0).toString(16).padStart(4, '0');
  return `\\u${at % 2 === 0 ? digits.toUpperCase() : digits}`;
}
