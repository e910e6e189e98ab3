// Section 2.2: what stands for itself.
import { describe, expect, it } from 'vitest';
import { answer, type Row } from './helpers/answer.js';

describe('a Boolean', () => {
  it.each<Row>([
    ['true', true],
    ['TRUE', true],
    ['tRuE', true],
    ['false', false],
    ['FALSE', false],
    ['FaLsE', false],
  ])('%s', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });
});

describe('an Integer', () => {
  it.each<Row>([
    ['0', 0],
    ['5', 5],
    ['+5', 5],
    ['-5', -5],
    ['007', 7],
    ['+007', 7],
    ['-007', -7],
    ['-0', 0],
    ['+0', 0],
    ['2147483647', 2147483647],
    ['+2147483647', 2147483647],
    ['-2147483648', -2147483648],
    [`${'0'.repeat(1000)}12`, 12],
  ])('%s', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });

  it.each([
    ...['2147483648', '+2147483648', '-2147483649', '4294967296', '99999999999999999999', '9'.repeat(400)],
    ...['- 2147483648', '-(2147483648)', '1 = 2147483648', 'ABS(2147483648)'],
  ])('has 32 bits, which %s has not', (expression) => {
    expect(answer(expression)).toEqual([false, 'parse']);
  });

  it.each(['1.5', '1E3', '1_000', '1,000', '٣', '1L', '1 000'])('is not written %s', (expression) => {
    expect(answer(expression)).toEqual([false, 'parse']);
  });
});

describe('digits with letters', () => {
  it.each(['1e3', '0x10', '10l'])('name an attribute: %s', (expression) => {
    expect(answer(expression)).toEqual([false, 'missingAttribute']);
  });
});

describe('the sign of an Integer', () => {
  it.each<Row>([
    // Behind an operand it is an operator (position A68).
    ['4-1', 3],
    ['4 -1', 3],
    ['4- 1', 3],
    ['4+1', 5],
    ['4 +1', 5],
    ['4--1', 5],
    ['4 - -1', 5],
    ['4++1', 5],
    ['4 - +1', 3],
    ['(4)-1', 3],
    ['myint-1', 41],
    ["'4'-1", 3],
    ['ABS(4)-1', 3],
    // Where an operand is expected it belongs to the digits.
    ['-10', -10],
    ['--10', 10],
    ['---10', -10],
    ['- 10', -10],
    ['- -10', 10],
    ['-(10)', -10],
    ['3 * -2', -6],
    ['-1a', 0, 'cast'],
  ])('in %s', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });

  it.each(['+ 5', '+id', '+(5)', '++5', "+'5'", '-+id', '+-5', '4 + + 5', '+'])(
    'is never a unary plus: %s',
    (expression) => {
      expect(answer(expression)).toEqual([false, 'parse']);
    },
  );
});

describe('a String', () => {
  it.each<Row>([
    ["'abc'", 'abc'],
    ['"abc"', 'abc'],
    ["''", ''],
    ['""', ''],
    ["'aBcD'", 'aBcD'],
    // The other quote needs no escape.
    [`'a"b'`, 'a"b'],
    [`"a'b"`, "a'b"],
    // Its own does.
    ["'a\\'b'", "a'b"],
    ['"a\\"b"', 'a"b'],
    ["'\\''", "'"],
    ["'\\'\\''", "''"],
    // Every other backslash stays, with what is behind it (position A69).
    [`'a\\"b'`, 'a\\"b'],
    [`"a\\'b"`, "a\\'b"],
    ["'a\\nb'", 'a\\nb'],
    ["'a\\\\b'", 'a\\\\b'],
    ["'a\\\\'", 'a\\\\'],
    ["'a\\\\\\'b'", "a\\\\'b"],
    ["'a\\%b\\_c'", 'a\\%b\\_c'],
    // Any character can stand in it.
    ["'Grüße 🙂'", 'Grüße 🙂'],
    ["'a\nb\tc\u0000d'", 'a\nb\tc\u0000d'],
    ["'\ud800'", '\ud800'],
    ["'AND NOT (1) -- x'", 'AND NOT (1) -- x'],
  ])('%j', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });

  it.each([
    ...["'abc", '"abc', "abc'", "'", '"', `'abc"`, `"abc'`, "'abc\\'", "'abc\\", "'abc\\\\\\'"],
    ...["'it''s'", '"a""b"', "'a' 'b'", "''''", '`abc`', '’abc’'],
  ])('is not %j', (expression) => {
    expect(answer(expression)).toEqual([false, 'parse']);
  });

  it('can be a MiB long', () => {
    expect(answer(`LENGTH('${'a'.repeat(1024 * 1024)}')`)).toEqual([1024 * 1024]);
  });
});
