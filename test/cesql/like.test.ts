// Section 3.4.3.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeMatcher } from '../../src/cesql/like.js';
import { answer, type Row } from './helpers/answer.js';

describe('a pattern', () => {
  it.each<readonly [value: string, pattern: string, matches: boolean]>([
    ['abc', 'abc', true],
    ['abc', 'ab', false],
    ['xabc', 'abc', false],
    ['abcx', 'abc', false],
    ['ABC', 'abc', false],
    ['', '', true],
    ['a', '', false],
    ['', 'abc', false],
    // Percent: any number of characters.
    ['', '%', true],
    ['abc', '%', true],
    ['abc', '%%', true],
    ['', '%%', true],
    ['ac', 'a%c', true],
    ['abc', 'a%c', true],
    ['abbbc', 'a%c', true],
    ['abcd', 'a%c', false],
    ['a', 'a%a', false],
    ['aa', 'a%a', true],
    ['aba', 'ab%ba', false],
    ['abba', 'ab%ba', true],
    ['abc', 'a%b%c', true],
    ['azzzbzzzc', 'a%b%c', true],
    ['a%b%c', 'a%b%c', true],
    ['ac', 'a%b%c', false],
    ['.ab.cde.', '.%.%.', true],
    ['ab.cde', '.%.%.', false],
    ['abab', '%ab', true],
    ['ababx', '%ab', false],
    ['xab', 'ab%', false],
    ['xaby', '%ab%', true],
    ['mississippi', '%ss%ss%', true],
    ['mississippi', '%ss%ss%ss%', false],
    ['aXbXc', 'a%X%X%c', true],
    ['aXc', 'a%X%X%c', false],
    // Underscore: one character.
    ['a', '_', true],
    ['', '_', false],
    ['ab', '_', false],
    ['ab', '__', true],
    ['abzc', 'a_b_c', false],
    ['azbzc', 'a_b_c', true],
    ['a_b_c', 'a_b_c', true],
    ['abc', '_%', true],
    ['', '_%', false],
    ['a', '%_', true],
    ['', '%_', false],
    ['ab', '%_%_%', true],
    ['a', '%_%_%', false],
    ['xaybz', '%a_b%', true],
    ['xaaybz', '%a_b%', true],
    ['xabz', '%a_b%', false],
    ['abcabd', '%ab_', true],
    ['abcab', '%ab_', false],
    ['abcd', 'ab%_d', true],
    ['abd', 'ab%_d', false],
    // Both, escaped.
    ['a%', 'a\\%', true],
    ['ab', 'a\\%', false],
    ['a\\%', 'a\\%', false],
    ['a_', 'a\\_', true],
    ['ab', 'a\\_', false],
    ['abc123123%456_dzf', 'abc%123\\%456\\_d_f', true],
    ['50% off', '%\\% off', true],
    ['%', '\\%%', true],
    ['', '\\%%', false],
    // Any other backslash is itself (position A69).
    ['a\\b', 'a\\b', true],
    ['ab', 'a\\b', false],
    ['a\\', 'a\\', true],
    ['a\\\\', 'a\\\\', true],
    ['a\\%', 'a\\\\%', true],
    ['a\\b', 'a\\\\%', false],
    ['\\x', '\\_', false],
    // What other languages take for patterns.
    ['a.c', 'a.c', true],
    ['abc', 'a.c', false],
    ['a*', 'a*', true],
    ['aaa', 'a*', false],
    ['(a[b{c+d?e^f$g|h/', '(a[b{c+d?e^f$g|h/', true],
    ['^a$', 'a', false],
    ['a', '[a-z]', false],
    ['a\nb', 'a%b', true],
    ['a\nb', 'a_b', true],
    ['a\r\nb', 'a_b', false],
    ['a\n', 'a', false],
    ['a\u2028b', 'a_b', true],
    // A character is a code point (position A70).
    ['🙂', '_', true],
    ['🙂', '__', false],
    ['a🙂b', 'a_b', true],
    ['a🙂🙂b', 'a__b', true],
    ['🙂🙃', '%🙃', true],
    ['🙂x', '%_x', true],
    ['x🙂', 'x%_', true],
    ['🙂🙃🙂', '%_🙃_%', true],
    ['é', 'e\u0301', false],
    ['e\u0301', '_', false],
    // Half a pair is a character, and no half of a pair is one.
    ['\ud83d', '_', true],
    ['🙂', '\ud83d%', false],
    ['🙂', '%\ude42', false],
    ['a🙂b', '%\ude42%', false],
    ['\ud83dx', '\ud83d%', true],
    ['x\ude42', '%\ude42', true],
  ])('%j LIKE %j is %j', (value, pattern, matches) => {
    expect(likeMatcher(pattern)(value)).toBe(matches);
  });

  it('is matched as its definition says', () => {
    const unit = fc.constantFrom('a', 'b', '%', '_', '\\', '🙂', '\ud83d');
    const texts = fc.string({ unit, maxLength: 8 });
    fc.assert(
      fc.property(texts, texts, (value, pattern) => {
        expect(likeMatcher(pattern)(value)).toBe(matchesSlowly([...value], piecesOf(pattern)));
      }),
      { numRuns: 2000 },
    );
  });

  it('is matched in a moment, however nasty', () => {
    const many = 'a'.repeat(100_000);
    expect(likeMatcher(`${'%a'.repeat(1000)}%b`)(many)).toBe(false);
    expect(likeMatcher(`${'%a'.repeat(1000)}%`)(many)).toBe(true);
    expect(likeMatcher('%'.repeat(100_000))(many)).toBe(true);
    expect(likeMatcher('_'.repeat(100_000))(many)).toBe(true);
    expect(likeMatcher(`${'%_'.repeat(1000)}b`)(many)).toBe(false);
  });
});

describe('LIKE', () => {
  it.each<Row>([
    ["'abc' LIKE 'a%'", true],
    ["'abc' NOT LIKE 'a%'", false],
    ["'abc' NOT LIKE 'b%'", true],
    ['\'abc\' LIKE "a%"', true],
    ["234 LIKE '23_'", true],
    ["2344 LIKE '23_'", false],
    ["-5 LIKE '-%'", true],
    ["TRUE LIKE 'tr%'", true],
    ["FALSE LIKE 'tr%'", false],
    ["TRUE LIKE 'TR%'", false],
    ["mytext LIKE 't__t'", true],
    ["myint LIKE '4%'", true],
    ["mybool NOT LIKE '%e'", false],
    ["source LIKE '%example.com%'", true],
    ["(1 + 1) LIKE '2'", true],
    ["UPPER(mytext) LIKE 'TEXT'", true],
    ["'ab\\c' LIKE 'ab\\c'", true],
    ["'a\\%' LIKE 'a\\%'", false],
    ["'a%' LIKE 'a\\%'", true],
    ["'it\\'s' LIKE 'it\\'_'", true],
  ])('%s', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });
});

/** A character, or `any`, or `many`. */
type Part = string | { readonly wild: 'any' | 'many' };

function piecesOf(pattern: string): readonly Part[] {
  const parts: Part[] = [];
  const characters = [...pattern];
  for (let index = 0; index < characters.length; index++) {
    const character = characters[index] ?? '';
    const next = characters[index + 1];
    if (character === '\\' && (next === '%' || next === '_')) {
      parts.push(next);
      index++;
    } else if (character === '%') parts.push({ wild: 'many' });
    else parts.push(character === '_' ? { wild: 'any' } : character);
  }
  return parts;
}

function matchesSlowly(value: readonly string[], [part, ...parts]: readonly Part[]): boolean {
  if (part === undefined) return value.length === 0;
  if (typeof part === 'object' && part.wild === 'many')
    return value.concat('').some((_, from) => matchesSlowly(value.slice(from), parts));
  const [first, ...rest] = value;
  return first !== undefined && (typeof part === 'object' || part === first) && matchesSlowly(rest, parts);
}
