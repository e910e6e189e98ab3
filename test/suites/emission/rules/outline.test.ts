import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameOutline } from '../../../../suites/emission/rules/outline.js';

describe('the outline of a value', () => {
  test.each([
    ['a b', 'a+b', true],
    ['a b', 'ab', true],
    ['a  b', 'a-b', true],
    ['a b c', 'a+b+c', true],
    [' a ', 'a', true],
    ['a b', 'b a', false],
    ['a b', 'a', false],
    ['a b', 'xa+b', false],
    ['a b a', 'a', false],
    ['ab', 'ab', true],
    ['ab', 'a b', false],
    [' ', 'anything', true],
  ])('%j, with something else for blanks: %j %s', (value, text, expected) => {
    expect(sameOutline(value, / /, text)).toBe(expected);
  });

  test('knows characters beyond U+FFFF as one', () => {
    expect(sameOutline('a\u{1f600}b', /[\u{10000}-\u{10ffff}]/u, 'a?b')).toBe(true);
    expect(sameOutline('a\u{1f600}b', /[\u{10000}-\u{10ffff}]/u, 'a?')).toBe(false);
  });

  test('holds whatever stands for the characters', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]*$/), { minLength: 2 });
    fc.assert(
      fc.property(words, fc.stringMatching(/^[0-9]*$/), (parts, filler) => {
        expect(sameOutline(parts.join(' '), / /, parts.join(filler))).toBe(true);
      }),
    );
  });

  test('takes no longer than the text is long', () => {
    const started = performance.now();
    expect(sameOutline(`${' a'.repeat(50_000)} b`, / /, 'a'.repeat(100_000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
