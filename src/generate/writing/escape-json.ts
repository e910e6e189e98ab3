// JSON text with escapes that nothing asks for (RFC 8259, section 7): any character may be written as `\uXXXX`, and those
// beyond the first plane as two of them.
import { CodeUnits } from './code-units.js';

const written = new CodeUnits();

/** A text of the same meaning. What is escaped already stays so; every pair of surrogates is escaped, of the rest a third, by its place. */
export function escapeJson(text: string): string {
  let isInside = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) isInside = !isInside;
    if (unit === BACKSLASH && isInside) {
      const last = at + (text.charCodeAt(at + 1) === SMALL_U ? 5 : 1);
      for (; at < last; at++) written.push(text.charCodeAt(at));
      written.push(text.charCodeAt(at));
    } else if (unit !== QUOTE && isInside && isEscaped(unit, at)) escapeUnit(unit, at);
    else written.push(unit);
  }
  return written.take();
}

const [QUOTE, SLASH, BACKSLASH, SMALL_U] = [0x22, 0x2f, 0x5c, 0x75] as const;

const isEscaped = (unit: number, at: number): boolean => (unit >= 0xd800 && unit <= 0xdfff) || at % 3 === 0;

// Hexadecimal digits count in either case.
function escapeUnit(unit: number, at: number): void {
  written.push(BACKSLASH);
  if (unit === SLASH) {
    written.push(SLASH);
    return;
  }
  written.push(SMALL_U);
  written.pushHex(unit, 4, at % 2 !== 0);
}
