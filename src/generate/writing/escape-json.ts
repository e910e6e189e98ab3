// JSON text with escapes that nothing asks for (RFC 8259, section 7): any character may be written as `\uXXXX`, and those
// beyond the first plane as two of them.

/** A text of the same meaning. What is escaped already stays so; every pair of surrogates is escaped, of the rest a third, by its place. */
export function escapeJson(text: string): string {
  let isInside = false;
  let written = '';
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') isInside = !isInside;
    if (!isInside || character === '"') {
      written += character;
    } else if (character === '\\') {
      const kept = text.slice(at, at + (text[at + 1] === 'u' ? 6 : 2));
      written += kept;
      at += kept.length - 1;
    } else {
      written += isEscaped(character.charCodeAt(0), at) ? escapeOf(character, at) : character;
    }
  }
  return written;
}

const isEscaped = (unit: number, at: number): boolean => (unit >= 0xd800 && unit <= 0xdfff) || at % 3 === 0;

// Hexadecimal digits count in either case.
function escapeOf(character: string, at: number): string {
  if (character === '/') return '\\/';
  const digits = character.charCodeAt(0).toString(16).padStart(4, '0');
  return `\\u${at % 2 === 0 ? digits.toUpperCase() : digits}`;
}
