// What the text leaves open is never held against anybody, and what it settles is.
import { describe, expect, it } from 'vitest';
import { hasOpenText } from '../../../src/report/interop-cesql/characters.js';
import type { How } from '../../../src/report/interop-cesql/compare.js';
import { isCutShort, isOverflow, openingsOf } from '../../../src/report/interop-cesql/openings.js';
import { partOf } from './helpers/posed.js';

const open = (text: string, how: How = 'value'): readonly string[] => [...openingsOf(partOf(text), how)].sort();

describe('open is', () => {
  it.each<[string, string, How]>([
    ['A64', 'INT(1)', 'value'],
    ['A64', '1 + STRING(number)', 'no-error'],
    ['A65', '2147483647 + 1', 'no-error'],
    ['A65', '-2147483648 / -1', 'value'],
    ['A65', '-(-2147483648)', 'value'],
    ['A66', "missing NOT LIKE 'a'", 'value'],
    ['A66', 'missing NOT IN (1)', 'value'],
    ['A67', "'abc' = 0", 'value'],
    ['A67', "'abc' < 0", 'value'],
    ['A69', "LENGTH('a\\b')", 'value'],
    ['A69', "'a' LIKE 'a\\b'", 'value'],
    ['A69', "'a' LIKE 'a\\\\%'", 'value'],
    ['A70', "LENGTH('😀')", 'value'],
    ['A70', "LEFT('e\u0301', 1)", 'value'],
    ['A70', "'😀' LIKE '_'", 'value'],
    ['A72', 'FALSE AND NOSUCH()', 'error'],
    ['A72', "TRUE OR 'x'", 'error'],
    ['A72', 'NOSUCH()', 'parse'],
    ['A73', '1 IN (1, missing)', 'no-error'],
    ['A73', "1 IN ('a')", 'value'],
    ['A74', "SUBSTRING('a', 0, -1)", 'no-error'],
    ['A74', "SUBSTRING('a', FALSE, -1)", 'no-error'],
    ['A78', "UPPER('ß')", 'value'],
    ['A78', "LOWER('İ')", 'value'],
  ])('%s: %s (%s)', (position, text, how) => {
    expect(open(text, how)).toContain(position);
  });
});

describe('settled is', () => {
  it.each<[string, How]>([
    ['1 / 0', 'no-error'],
    ['1 % 0', 'value'],
    ['-5 / 3', 'value'],
    ['ABS(-2147483648)', 'no-error'],
    ['missing != 1', 'value'],
    ["missing LIKE 'a'", 'value'],
    ["'abc' = 0", 'no-error'],
    ["'it\\'s'", 'value'],
    ["'a%' LIKE 'a\\%'", 'value'],
    ["LENGTH('ß')", 'value'],
    ["'😀' LIKE '%'", 'value'],
    ['FALSE AND missing', 'error'],
    ['NOSUCH()', 'value'],
    ['1 IN (1, 2)', 'value'],
    ["SUBSTRING('a', 1, -1)", 'no-error'],
    ["UPPER('aàЖ')", 'value'],
    ['NOT 10', 'value'],
    ['2147483647 + 1', 'throws'],
    ['INT(1)', 'dies'],
  ])('%s (%s)', (text, how) => {
    expect(open(text, how)).toEqual([]);
  });
});

describe('parts', () => {
  it.each([
    ['FALSE AND TRUE', true],
    ['TRUE OR missing', true],
    ['0 AND TRUE', true],
    ["'true' OR missing", true],
    ['TRUE AND FALSE', false],
    ['FALSE XOR TRUE', false],
    ["'x' AND TRUE", false],
  ])('%s is cut short: %s', (text, expected) => {
    expect(isCutShort(partOf(text))).toBe(expected);
  });

  it.each([
    ['2147483647 * 2', true],
    ['-(-2147483648)', true],
    ['1 / 0', false],
    ['(1 / 0) + 1', false],
    ['ABS(-2147483648)', false],
  ])('%s leaves the range: %s', (text, expected) => {
    expect(isOverflow(partOf(text))).toBe(expected);
  });

  it.each([
    ["'٥' + 0", true],
    ["'é' = 'e\u0301'", true],
    ["TRIM('\u180ea')", true],
    ["'5' + 0", false],
    ["'é' = 'a'", false],
  ])('the text is silent about the characters of %s: %s', (text, expected) => {
    expect(hasOpenText(partOf(text))).toBe(expected);
  });
});
