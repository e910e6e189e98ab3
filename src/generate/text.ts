// The type String of "Type System", with every class of Unicode that software treats in a way of its own.
//
//   String    = *allowed
//   allowed   = any code point but controls (U+0000-U+001F, U+007F-U+009F), surrogates and the 66 noncharacters
import fc from 'fast-check';
import { firstDisallowed } from '../event/string.js';

const between = (first: number, last: number): fc.Arbitrary<string> =>
  fc.integer({ min: first, max: last }).map((codePoint) => String.fromCodePoint(codePoint));

const isAllowed = (text: string): boolean => firstDisallowed(text) === undefined;

/** What the bindings and formats give a meaning to. */
const SPECIAL: readonly string[] = [' ', '"', '%', '\\', ',', ';', '=', '+', '&', '<', '{', '}', '/', "'", '~', '|'];

/** Texts that a reader may take for something else. */
const TRAPS: readonly string[] = ['%41', '%', '"a"', '%25', '%zz', '\\"', ' a ', '=?', '0', 'true', 'null', '1e3'];

const character: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: between(0x21, 0x7e), weight: 6 },
  { arbitrary: fc.constantFrom(...SPECIAL), weight: 4 },
  { arbitrary: between(0xa0, 0xff), weight: 2 }, // Latin-1, which header libraries read in two ways
  { arbitrary: between(0x100, 0x2fff), weight: 2 }, // alphabets, combining marks, joiners, marks of direction
  { arbitrary: between(0x3000, 0xd7ff), weight: 1 }, // three bytes in UTF-8
  { arbitrary: between(0xe000, 0xfdcf), weight: 1 }, // private use
  { arbitrary: between(0xfdf0, 0xfffd), weight: 1 },
  { arbitrary: between(0x1f300, 0x1faff), weight: 2 }, // pairs in UTF-16, four bytes in UTF-8
  { arbitrary: between(0x20000, 0x10fffd).filter(isAllowed), weight: 1 },
);

/** Any String, the empty one too. */
export const text: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.string({ unit: character, maxLength: 24 }), weight: 5 },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }).filter(isAllowed), weight: 2 },
  { arbitrary: fc.constantFrom(...TRAPS), weight: 1 },
);

/** Any String of at least one character. */
export const nonEmptyText: fc.Arbitrary<string> = text.filter((value) => value !== '');
