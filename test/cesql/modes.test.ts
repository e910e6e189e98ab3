// Section 4.1 leaves open what becomes of an error; these are the three ways.
import { describe, expect, it } from 'vitest';
import type { CesqlErrorKind, CesqlValue } from '../../src/cesql/types.js';
import { answer } from './helpers/answer.js';

type Row = readonly [
  expression: string,
  complete: CesqlValue,
  failFast: CesqlValue,
  operator: CesqlValue,
  kind: CesqlErrorKind,
];

describe('the value of', () => {
  it.each<Row>([
    // How far the zero value of a missing attribute spreads.
    ['(missing * 5) + 1', 1, 0, 0, 'missingAttribute'],
    ['1 + missing * 5', 1, 0, 0, 'missingAttribute'],
    ['-(missing + 1) - 1', -1, 0, 0, 'missingAttribute'],
    ['NOT (missing = 1)', true, false, false, 'missingAttribute'],
    ['(missing = 1) = FALSE', true, false, false, 'missingAttribute'],
    ["CONCAT('a', UPPER(missing))", 'a', '', '', 'missingAttribute'],
    ["UPPER(missing) LIKE ''", true, false, false, 'missingAttribute'],
    ["UPPER(missing) NOT LIKE ''", false, false, false, 'missingAttribute'],
    ['missing + 1 IN (0)', 0, 0, 0, 'missingAttribute'],
    ['(missing + 1) IN (0)', true, false, false, 'missingAttribute'],
    ['0 IN (missing + 1)', true, false, false, 'missingAttribute'],
    ['1 IN (1, missing + 1)', true, false, false, 'missingAttribute'],
    ['1 IN (1, missing)', false, false, false, 'missingAttribute'],
    ['1 IN (missing, 1)', false, false, false, 'missingAttribute'],
    ['1 NOT IN (1, missing)', false, false, false, 'missingAttribute'],
    ['missing = 1 OR TRUE', true, false, false, 'missingAttribute'],
    ['(missing = 1) XOR TRUE', true, false, false, 'missingAttribute'],
    // Failed casts.
    ["'abc' = 0", true, false, false, 'cast'],
    ["'abc' != 0", false, false, false, 'cast'],
    ["'abc' = FALSE", true, false, false, 'cast'],
    ["'abc' < 1", true, false, false, 'cast'],
    ["'abc' + 1", 1, 0, 0, 'cast'],
    ["1 - 'abc'", 1, 0, 0, 'cast'],
    ["NOT 'abc'", true, false, false, 'cast'],
    ["'abc' OR TRUE", true, false, false, 'cast'],
    ["TRUE AND 'abc'", false, false, false, 'cast'],
    ["TRUE XOR 'abc'", true, false, false, 'cast'],
    ['mytext = myint', false, false, false, 'cast'],
    ['mytext != myint', true, false, false, 'cast'],
    ['mytext = mynot', true, false, false, 'cast'],
    ["0 IN ('x')", true, false, false, 'cast'],
    ["1 IN ('x', 1)", true, false, false, 'cast'],
    ["1 IN (1, 'x')", true, false, false, 'cast'],
    ["1 NOT IN ('x', 1)", false, false, false, 'cast'],
    ["1 NOT IN ('x')", true, false, false, 'cast'],
    ['myint IN (mytext, 42)', true, false, false, 'cast'],
    ["myint IN ('x', 42)", true, false, false, 'cast'],
    ["LEFT('abc', 'x')", '', '', '', 'cast'],
    ["CONCAT('a', INT('x'))", 'a0', '', '', 'cast'],
    ["INT('x') + 1", 1, 0, 0, 'cast'],
    ["INT('x')", 0, 0, 0, 'cast'],
    // Arithmetic.
    ['1 / 0', 0, 0, 0, 'math'],
    ['1 / 0 + 1', 1, 0, 0, 'math'],
    ['1 != 1 / 0', true, false, false, 'math'],
    ['TRUE AND (1 != 1 / 0)', true, false, false, 'math'],
    ['FALSE OR (1 != 1 / 0)', true, false, false, 'math'],
    ['2147483647 + 1', 2147483647, 0, 2147483647, 'math'],
    ['2147483647 + 1 = 2147483647', true, false, false, 'math'],
    // The values that functions state for their errors.
    ['ABS(-2147483648)', 2147483647, 0, 2147483647, 'math'],
    ["LEFT('abc', -2)", 'abc', '', 'abc', 'functionEvaluation'],
    ["RIGHT('abc', -2)", 'abc', '', 'abc', 'functionEvaluation'],
    ["LEFT('abc', -2) = 'abc'", true, false, false, 'functionEvaluation'],
    ["UPPER(LEFT('abc', -2))", 'ABC', '', '', 'functionEvaluation'],
    ["SUBSTRING('abc', 4)", '', '', '', 'functionEvaluation'],
    ["SUBSTRING('abc', 4) = ''", true, false, false, 'functionEvaluation'],
    // A function that is none.
    ['NOSUCH(1)', false, false, false, 'missingFunction'],
    ['NOT NOSUCH(1)', true, false, false, 'missingFunction'],
    ['LENGTH(NOSUCH())', 5, 0, 0, 'missingFunction'],
    ['1 + NOSUCH()', 1, 0, 0, 'missingFunction'],
  ])('%s', (expression, complete, failFast, operator, kind) => {
    expect(answer(expression, { mode: 'complete' })).toEqual([complete, kind]);
    expect(answer(expression, { mode: 'fail-fast' })).toEqual([failFast, kind]);
    expect(answer(expression, { mode: 'operator' })).toEqual([operator, kind]);
    expect(answer(expression)).toEqual([operator, kind]);
  });
});

describe('the errors', () => {
  it.each([
    ["'a' + 'b'", ['cast', 'cast']],
    ['(1 / 0) + missing', ['math', 'missingAttribute']],
    [
      "CONCAT(missing, 1 / 0, NOSUCH(), LEFT('a', -1))",
      ['missingAttribute', 'math', 'missingFunction', 'functionEvaluation'],
    ],
    ["1 IN ('x', missing, 1 / 0, 1)", ['cast', 'missingAttribute', 'math']],
    ['missing = 1 OR absent = 2 OR 1 = 1', ['missingAttribute', 'missingAttribute']],
    ["'x' = 1 XOR 1 % 0 = 0", ['cast', 'math']],
  ])('of %s are all, in their order; of the first that ends it, one', (expression, kinds) => {
    for (const mode of ['complete', 'operator'] as const) expect(answer(expression, { mode }).slice(1)).toEqual(kinds);
    expect(answer(expression, { mode: 'fail-fast' }).slice(1)).toEqual(kinds.slice(0, 1));
  });

  it('of what failed are not followed by those of its zero value', () => {
    expect(answer('UPPER(missing) + 1')).toEqual([0, 'missingAttribute']);
    expect(answer('INT(UPPER(missing))')).toEqual([0, 'missingAttribute']);
    expect(answer('1 / (missing + 1)')).toEqual([0, 'missingAttribute']);
    // Complete mode goes on with that value, and casts it.
    expect(answer('UPPER(missing) + 1', { mode: 'complete' })).toEqual([1, 'missingAttribute', 'cast']);
    expect(answer('1 / (missing + 1)', { mode: 'complete' })).toEqual([0, 'missingAttribute', 'math']);
  });

  it('of one operand do not reach the other', () => {
    expect(answer("(1 / 0) + INT(CONCAT('1', '2'))")).toEqual([0, 'math']);
    expect(answer("(1 / 0) + INT(CONCAT('1', 'x'))")).toEqual([0, 'math', 'cast']);
    expect(answer('1 / 0 = 1 OR (TRUE OR missing)')).toEqual([false, 'math']);
  });
});

describe('fail-fast', () => {
  it.each<readonly [string, CesqlValue]>([
    ['missing', false],
    ['1 / 0', 0],
    ['missing = 1', false],
    ["LEFT('abc', -1)", ''],
    ['CONCAT(missing)', ''],
    ['LENGTH(1 / 0)', 0],
    ["(1 / 0) LIKE 'x'", false],
    ['NOSUCH()', false],
    ["CONCAT('a', 1 / 0) = 'a'", false],
  ])('ends with the zero value of the type of the whole: %s', (expression, value) => {
    expect(answer(expression, { mode: 'fail-fast' })[0]).toBe(value);
  });
});
