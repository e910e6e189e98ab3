// TRIM (section 3.5.1): what has the Unicode property White_Space, at both ends. That differs from what JavaScript trims.

const WHITE_SPACE = /\p{White_Space}/u;

/** A text without white space at its ends. U+0085 is white space; U+FEFF and U+200B are none. */
export function trim(text: string): string {
  let start = 0;
  let end = text.length;
  // Every character with the property is one unit long.
  while (start < end && WHITE_SPACE.test(text.charAt(start))) start++;
  while (end > start && WHITE_SPACE.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}
