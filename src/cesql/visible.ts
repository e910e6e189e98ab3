// Pieces of an expression in messages. An expression can come from anywhere, and a message can go to a terminal.

/** Longest piece that a message quotes, in characters. */
const LONGEST = 40;

/** Controls, line and paragraph separators, what turns the direction of text, and halves of surrogate pairs. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** A text with the code point in the place of each character that shows nothing, or moves what stands around it. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** A text as messages name it: visible, and cut where it is long. */
export function named(text: string): string {
  // So many units hold so many characters, however long the text is.
  const characters = [...text.slice(0, 2 * LONGEST + 2)];
  const isLong = text.length > 2 * LONGEST || characters.length > LONGEST;
  return isLong ? `${visible(characters.slice(0, LONGEST).join(''))}…` : visible(text);
}
