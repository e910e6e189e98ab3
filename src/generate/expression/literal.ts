// Literals (section 2.2), with values at the edges of their types.
//
//   literal         = integer-literal / boolean-literal / string-literal
//   integer-literal = [ "+" / "-" ] 1*digit          within 32 bits
//   string-literal  = "'" *( any but "'" / "\'" ) "'"  / the same between double quotes
import fc from 'fast-check';
import { hasLiteral } from '../../cesql/quote.js';
import type { CesqlType, Literal } from '../../cesql/types.js';
import { integer } from '../integer.js';
import { text } from '../text.js';
import { literal } from './nodes.js';

/** Integers: small ones come often, so that not every sum is beyond the range. */
export const anyInteger: fc.Arbitrary<number> = fc.oneof(
  { arbitrary: fc.integer({ min: -3, max: 9 }), weight: 5 },
  { arbitrary: integer, weight: 2 },
);

/** Strings that read as Integers, or nearly. */
const NUMBERS: readonly string[] = [
  '0',
  '5',
  '-3',
  '+7',
  '007',
  '-0',
  '2147483647',
  '-2147483648',
  '2147483648',
  '-2147483649',
  '99999999999999999999',
  '1.0',
  '1e3',
  '0x10',
  '1_000',
  ' 5',
  '5 ',
  '+',
  '-',
  '--1',
  '٣',
];

/** Strings that read as Booleans, or nearly. */
const BOOLEANS: readonly string[] = ['true', 'false', 'TRUE', 'False', 'tRuE', ' true', 'false ', 'yes', 't', '1'];

/** White space of all kinds, what is no white space though it seems so, letters whose case is special, quotes. */
const TRAPS: readonly string[] = [
  ' a ',
  '\t\n a\r\n',
  '\u00a0\u2003a\u3000',
  '\u0085a',
  '\u200ba\ufeff',
  '\u0001a\u0001',
  "it's",
  'say "a"',
  `'"`,
  'a\\b',
  'a\\\\',
  'ß',
  'İıŞ',
  'ΑΣ σς',
  'àÉ',
  'e\u0301',
  '😀',
  'a😀b',
  'AND',
  'id',
  '%',
  '_',
  '(',
];

/** Short strings of few characters: they are equal, and match patterns, often enough. */
export const shortText: fc.Arbitrary<string> = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '1'), maxLength: 4 });

/** Any String that a literal can denote. */
export const anyText: fc.Arbitrary<string> = fc
  .oneof(
    { arbitrary: shortText, weight: 5 },
    { arbitrary: fc.constantFrom(...NUMBERS), weight: 3 },
    { arbitrary: fc.constantFrom(...BOOLEANS), weight: 2 },
    { arbitrary: fc.constantFrom(...TRAPS), weight: 2 },
    { arbitrary: text, weight: 1 },
  )
  .filter(hasLiteral);

/** A literal of each type. */
export const literals: Readonly<Record<CesqlType, fc.Arbitrary<Literal>>> = {
  boolean: fc.boolean().map(literal),
  integer: anyInteger.map(literal),
  string: anyText.map(literal),
};
