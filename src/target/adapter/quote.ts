// What a program wrote, inside a sentence of the harness: one line, in quotes, and nothing in it can act on a terminal.

/** Everything that moves a cursor, reverses a line, hides, or is drawn as nothing. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Longest quotation, in UTF-16 code units before escaping. */
const MOST = 120;

/** The text as a JSON string with unsafe characters escaped, cut after `most` code units. */
export function quote(text: string, most: number = MOST): string {
  const kept = text.length > most ? `${text.slice(0, most)}…` : text;
  return escapeUnsafe(JSON.stringify(kept));
}

/** The text with unsafe characters as `\u{…}`, and no quotes. */
export function escapeUnsafe(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
