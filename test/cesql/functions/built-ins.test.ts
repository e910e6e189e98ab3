// Sections 3.5.1 and 3.5.2.
import { describe, expect, it } from 'vitest';
import { BUILT_INS } from '../../../src/cesql/functions/built-ins.js';
import { answer, type Row } from '../helpers/answer.js';

it('are the eleven of the tables, and the three casts', () => {
  const names = [...BUILT_INS.values()].flat().map(({ name, parameters }) => `${name}/${parameters.length}`);
  expect(names).toEqual([
    ...['LENGTH/1', 'CONCAT/0', 'CONCAT_WS/1', 'LOWER/1', 'UPPER/1', 'TRIM/1', 'LEFT/2', 'RIGHT/2', 'SUBSTRING/2'],
    ...['SUBSTRING/3', 'ABS/1', 'INT/1', 'BOOL/1', 'STRING/1'],
  ]);
});

describe('LENGTH, CONCAT and CONCAT_WS', () => {
  it.each<Row>([
    ["LENGTH('abc')", 3],
    ["LENGTH('')", 0],
    ['LENGTH(123)', 3],
    ['LENGTH(-1)', 2],
    ['LENGTH(TRUE)', 4],
    ['LENGTH(myint)', 2],
    ["LENGTH('🙂')", 1],
    ["LENGTH('a🙂b🙃')", 4],
    ["LENGTH('e\u0301')", 2],
    ["LENGTH('\ud800')", 1],
    ['CONCAT()', ''],
    ["CONCAT('a')", 'a'],
    ["CONCAT('a', 'b', 'c')", 'abc'],
    ['CONCAT(1, TRUE)', '1true'],
    ["CONCAT('', '')", ''],
    ["CONCAT('\\'', mytext)", "'text"],
    ["CONCAT_WS(',')", ''],
    ["CONCAT_WS(',', 'a')", 'a'],
    ["CONCAT_WS(',', 'a', 'b', 'c')", 'a,b,c'],
    ["CONCAT_WS(',', '', '')", ','],
    ["CONCAT_WS('', 'a', 'b')", 'ab'],
    ['CONCAT_WS(0, 1, 2)', '102'],
    ['CONCAT_WS()', false, 'missingFunction'],
    [`LENGTH(CONCAT(${Array(1000).fill("'ab'").join(', ')}))`, 2000],
  ])('%s', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });
});

describe('LOWER, UPPER and TRIM', () => {
  it.each<Row>([
    ["LOWER('AbC')", 'abc'],
    ["LOWER('ÀB')", 'àb'],
    ["LOWER('İ')", 'i̇'],
    ["UPPER('aBc')", 'ABC'],
    ["UPPER('àb')", 'ÀB'],
    ["UPPER('i')", 'I'],
    ["UPPER('ß')", 'SS'],
    ['UPPER(TRUE)', 'TRUE'],
    ["LOWER('')", ''],
    ["TRIM('  a b  ')", 'a b'],
    ["TRIM('a')", 'a'],
    ["TRIM('')", ''],
    ["TRIM('   ')", ''],
    ["TRIM('\t\n\u000b\f\r a \r\n')", 'a'],
    ["TRIM('\u0085a\u0085')", 'a'],
    ["TRIM('\u00a0a\u00a0')", 'a'],
    ["TRIM('\u1680\u2000\u2003\u200aa\u2028\u2029\u202f\u205f\u3000')", 'a'],
    // Not of the property White_Space.
    ["TRIM('\ufeffa\ufeff')", '\ufeffa\ufeff'],
    ["TRIM('\u200ba\u200b')", '\u200ba\u200b'],
    ["TRIM('\u0001a\u0000')", '\u0001a\u0000'],
    ["TRIM('\u180ea\u2060')", '\u180ea\u2060'],
    ["TRIM(' \u200b ')", '\u200b'],
  ])('%j', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });

  it('take a moment for a long text', () => {
    expect(answer(`LENGTH(TRIM('${`a${' '.repeat(500_000)}`.repeat(2)}a'))`)).toEqual([1_000_003]);
  });
});

describe('LEFT and RIGHT', () => {
  it.each<Row>([
    ["LEFT('abc', 2)", 'ab'],
    ["LEFT('abc', 0)", ''],
    ["LEFT('abc', 3)", 'abc'],
    ["LEFT('abc', 4)", 'abc'],
    ["LEFT('abc', 2147483647)", 'abc'],
    ["LEFT('', 0)", ''],
    ["LEFT('', 1)", ''],
    ["LEFT(123, '2')", '12'],
    ["LEFT('🙂🙃', 1)", '🙂'],
    ["LEFT('a🙂b', 2)", 'a🙂'],
    ["LEFT('abc', -2)", 'abc', 'functionEvaluation'],
    ["LEFT('', -1)", '', 'functionEvaluation'],
    ["LEFT('abc', -2147483648)", 'abc', 'functionEvaluation'],
    ["RIGHT('abc', 2)", 'bc'],
    ["RIGHT('abc', 0)", ''],
    ["RIGHT('abc', 3)", 'abc'],
    ["RIGHT('abc', 4)", 'abc'],
    ["RIGHT('abc', 2147483647)", 'abc'],
    ["RIGHT('', 0)", ''],
    ["RIGHT('a🙂', 1)", '🙂'],
    ["RIGHT('🙂ab', 2)", 'ab'],
    ['RIGHT(TRUE, TRUE)', 'e'],
    ["RIGHT('abc', -2)", 'abc', 'functionEvaluation'],
    ["RIGHT('', -1)", '', 'functionEvaluation'],
  ])('%s', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });
});

describe('SUBSTRING', () => {
  it.each<Row>([
    ["SUBSTRING('abcdef', 1)", 'abcdef'],
    ["SUBSTRING('abcdef', 2)", 'bcdef'],
    ["SUBSTRING('abcdef', 6)", 'f'],
    ["SUBSTRING('abcdef', -1)", 'f'],
    ["SUBSTRING('abcdef', -6)", 'abcdef'],
    ["SUBSTRING('abc', 0)", ''],
    ["SUBSTRING('', 0)", ''],
    ["SUBSTRING('abcdef', 2, 4)", 'bcde'],
    ["SUBSTRING('abcdef', 2, 0)", ''],
    ["SUBSTRING('abcdef', 2, 10)", 'bcdef'],
    ["SUBSTRING('abcdef', 2, 2147483647)", 'bcdef'],
    ["SUBSTRING('abcdef', -3, 2)", 'de'],
    ["SUBSTRING('abcdef', -1, 9)", 'f'],
    ["SUBSTRING('abc', 0, 1)", ''],
    ["SUBSTRING('', 0, 0)", ''],
    ["SUBSTRING(12345, '2', TRUE)", '2'],
    ["SUBSTRING('🙂🙃🙂', 2)", '🙃🙂'],
    ["SUBSTRING('🙂🙃🙂', 2, 1)", '🙃'],
    ["SUBSTRING('a🙂b', -2)", '🙂b'],
    ["SUBSTRING('abc', 4)", '', 'functionEvaluation'],
    ["SUBSTRING('abc', -4)", '', 'functionEvaluation'],
    ["SUBSTRING('', 1)", '', 'functionEvaluation'],
    ["SUBSTRING('', -1)", '', 'functionEvaluation'],
    ["SUBSTRING('abc', 4, 1)", '', 'functionEvaluation'],
    ["SUBSTRING('abc', -4, 1)", '', 'functionEvaluation'],
    ["SUBSTRING('abc', 1, -1)", '', 'functionEvaluation'],
    ["SUBSTRING('abc', 4, -1)", '', 'functionEvaluation'],
    ["SUBSTRING('abc', -2147483648)", '', 'functionEvaluation'],
    ["SUBSTRING('🙂', 2)", '', 'functionEvaluation'],
    // Position A74: two rules at once.
    ["SUBSTRING('abc', 0, -1)", '', 'functionEvaluation'],
    ["SUBSTRING('a')", false, 'missingFunction'],
    ["SUBSTRING('a', 1, 1, 1)", false, 'missingFunction'],
  ])('%s', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });
});

describe('ABS', () => {
  it.each<Row>([
    ['ABS(10)', 10],
    ['ABS(-10)', 10],
    ['ABS(0)', 0],
    ["ABS('-5')", 5],
    ['ABS(TRUE)', 1],
    ['ABS(2147483647)', 2147483647],
    ['ABS(-2147483647)', 2147483647],
    ['ABS(-2147483648)', 2147483647, 'math'],
    ["ABS('x')", 0, 'cast'],
    ['ABS()', false, 'missingFunction'],
    ['ABS(1, 2)', false, 'missingFunction'],
  ])('%s', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });
});

describe('a call that goes nowhere', () => {
  it.each<Row>([
    ['NOSUCHFN()', false, 'missingFunction'],
    ['NOSUCHFN(1, 2, 3)', false, 'missingFunction'],
    ['LENGTH()', false, 'missingFunction'],
    ["LENGTH('a', 'b')", false, 'missingFunction'],
    ['INT()', false, 'missingFunction'],
    ['TRIM(1, 2)', false, 'missingFunction'],
    // Its arguments are not evaluated.
    ['NOSUCHFN(1 / 0, missing)', false, 'missingFunction'],
  ])('%s', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });
});
