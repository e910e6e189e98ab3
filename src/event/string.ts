// The type String of "Type System": all of Unicode but controls, noncharacters and unpaired surrogates.

/** A character no String may hold. */
export interface DisallowedCharacter {
  /** Its position, counted in UTF-16 code units. */
  readonly index: number;
  readonly codePoint: number;
  /** `control`: U+0000-U+001F, U+007F-U+009F. `noncharacter`: one of the 66. `lone-surrogate`: half of a pair. */
  readonly why: 'control' | 'noncharacter' | 'lone-surrogate';
}

/** The first disallowed character of a text, or undefined if the text is a String. */
export function firstDisallowed(text: string): DisallowedCharacter | undefined {
  // Nearly every value is printable ASCII, which needs no walk.
  const start = text.search(/[^\x20-\x7e]/);
  if (start === -1) return undefined;
  for (let index = start; index < text.length; index++) {
    const codePoint = text.codePointAt(index) ?? 0;
    const why = reasonAgainst(codePoint);
    if (why !== undefined) return { index, codePoint, why };
    if (codePoint > 0xffff) index++;
  }
  return undefined;
}

function reasonAgainst(codePoint: number): DisallowedCharacter['why'] | undefined {
  if (codePoint < 0x20 || (codePoint >= 0x7f && codePoint <= 0x9f)) return 'control';
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return 'lone-surrogate';
  if (codePoint >= 0xfdd0 && codePoint <= 0xfdef) return 'noncharacter';
  // The last two code points of each of the 17 planes.
  if ((codePoint & 0xfffe) === 0xfffe) return 'noncharacter';
  return undefined;
}
