// The characters of a text that a fuzzer draws: a table, so that a draw costs next to nothing. What software treats in a
// way of its own comes often, the rest of Unicode at times.
import { firstDisallowed } from '../../event/string.js';

/** Letters and digits first, which shrinking ends at; then what bindings and formats give a meaning to. */
const COMMON = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#[]@!$&\'()*+,;=<>{}|\\^`" %';

/** Once more, because much goes wrong with them. */
const TELLING = ['+', '+', '+', '%', '%', '%', ' ', ' ', '"', '\\', ',', ';', '=', '&'];

/** What looks like an escape of one of the formats, and is none here. */
const TRAPS = [
  '%c3%a9',
  '%C3%A9',
  '%2B',
  '%25',
  '%20',
  '%zz',
  '%2',
  '\\u0041',
  '\\n',
  '&amp;',
  '=?',
  '#{a}',
  '{"a":1}',
];

const between = (first: number, last: number): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));

/** The first and the last of every length in UTF-8, and their neighbours. */
const EDGES = [
  ...between(0x7d, 0x7e),
  ...between(0xa0, 0xa2),
  ...between(0x7fe, 0x801),
  '\ud7ff',
  '\ue000',
  '\ufdcf',
  '\ufdf0',
  '\ufffd',
  '\u{10000}',
  '\u{10001}',
];

/** The first and last allowed of each plane. */
const PLANES = Array.from({ length: 16 }, (_, plane) => [
  String.fromCodePoint((plane + 1) * 0x10000),
  String.fromCodePoint((plane + 1) * 0x10000 + 0xfffd),
]).flat();

/** Marks that are not seen, joiners, line separators, marks of direction; the byte order mark most of all. */
const UNSEEN = [
  '\ufeff',
  '\ufeff',
  '\ufeff',
  '\ufeff',
  ...between(0x200b, 0x200f),
  '\u2028',
  '\u2029',
  '\u00ad',
  '\u2060',
  '\u202e',
  '\u3000',
  '\u2009',
  '\u180e',
];

/** Composed and decomposed, stacked, joined to one grapheme, and letters whose case or width changes their length. */
const COMPOSED = [
  '\u00e9',
  'e\u0301',
  '\u0301',
  'n\u0303\u0323',
  '\u1e9e',
  '\u00df',
  '\u0130',
  '\u0131',
  '\ufb01',
  '\uff21',
  '\u212b',
  '\uac00',
  '\u1100\u1161',
  '\u{1f600}',
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
  '\u{1f1e9}\u{1f1ea}',
  '\u2764\ufe0f',
  '\u20ac',
  '\u4e8b',
  '\u05d0',
  '\u0627',
  '\u0e01',
  '\u{1d11e}',
  '\u{20000}',
];

const TABLE: readonly string[] = [...COMMON, ...TELLING, ...TRAPS, ...EDGES, ...PLANES, ...UNSEEN, ...COMPOSED];

/** The lowest of the draws that stand for a character by its number. */
const BY_NUMBER = 0xf0_0000;

/** The largest draw. */
export const LARGEST_DRAW = 0xff_ffff;

/** The character, or the few characters, of a draw from 0 to `LARGEST_DRAW`. 0 is `a`. */
export function characterOf(draw: number): string {
  if (draw < BY_NUMBER) return TABLE[draw % TABLE.length] ?? 'a';
  const number = draw - BY_NUMBER;
  // 20 bits reach all planes but the last, whose ends the table has; half of the draws are left to the first plane.
  const character = String.fromCodePoint(0xa0 + (number % 2 === 0 ? number : number >>> 4));
  return firstDisallowed(character) === undefined ? character : '\ufffd';
}
