// Whatever a target sent is data. Nothing of it may move a cursor, change a colour, reverse the direction of a line,
// or hide: such code points are shown as escapes, before anything is printed.

/**
 * Controls (C0, DEL, C1), format characters (bidirectional controls, zero-width, tags), line and paragraph separators,
 * lone surrogates, and everything else that Unicode lets a terminal draw as nothing.
 */
const UNSAFE = /^[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]$/u;

/** Stands where text was cut. */
export const ELLIPSIS = '…';

/**
 * The text with unsafe code points as `\u{…}`, of at most `max` code points (an escape is never cut in two). Text that
 * does not fit ends in an ellipsis.
 */
export function safe(text: string, max: number = Number.POSITIVE_INFINITY): string {
  const kept: string[] = [];
  let length = 0;
  for (const character of text) {
    const piece = escaped(character);
    length += piece.length > 2 ? piece.length : 1;
    if (length > max) return cut(kept, max);
    kept.push(piece);
  }
  return kept.join('');
}

/** Whether a character can be printed as it is. */
export const isSafe = (character: string): boolean => !UNSAFE.test(character);

const escaped = (character: string): string =>
  isSafe(character) ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

function cut(pieces: readonly string[], max: number): string {
  let text = '';
  let length = 0;
  for (const piece of pieces) {
    length += piece.length > 2 ? piece.length : 1;
    if (length >= max) break;
    text += piece;
  }
  return max < 1 ? '' : `${text}${ELLIPSIS}`;
}
