// Section 3.6: what binds tighter, and that equals group from the left.
import { describe, expect, it } from 'vitest';
import { answer, type Row } from './helpers/answer.js';
import { grouped, treeOf } from './helpers/tree.js';

describe('the grouping', () => {
  it.each([
    // Unary before LIKE, IN and everything else.
    ["NOT 'abc' LIKE 'abc'", '((NOT "abc") LIKE "abc")'],
    ["-(2) LIKE '-2'", '((- 2) LIKE "-2")'],
    ['NOT a IN (1)', '((NOT a) IN [1])'],
    ['- a IN (1)', '((- a) IN [1])'],
    ['NOT a NOT IN (1)', '((NOT a) NOT IN [1])'],
    ['NOT 1 = 2', '((NOT 1) = 2)'],
    ['NOT a AND b', '((NOT a) AND b)'],
    ['-a + b', '((- a) + b)'],
    ['- a * b', '((- a) * b)'],
    ['NOT NOT a', '(NOT (NOT a))'],
    ['NOT - a', '(NOT (- a))'],
    ['- NOT a', '(- (NOT a))'],
    ['a = NOT b', '(a = (NOT b))'],
    ['a * NOT b + c', '((a * (NOT b)) + c)'],
    // EXISTS takes one name.
    ['NOT EXISTS a', '(NOT (EXISTS a))'],
    ["EXISTS a LIKE 't%'", '((EXISTS a) LIKE "t%")'],
    ['EXISTS a IN (TRUE)', '((EXISTS a) IN [true])'],
    ['EXISTS a AND EXISTS b', '((EXISTS a) AND (EXISTS b))'],
    ['EXISTS a + 1', '((EXISTS a) + 1)'],
    // LIKE and IN before arithmetic.
    ['1 + 1 IN (2)', '(1 + (1 IN [2]))'],
    ['2 * 1 IN (2)', '(2 * (1 IN [2]))'],
    ["1 + 1 LIKE '2'", '(1 + (1 LIKE "2"))'],
    ["a LIKE 'x' IN (TRUE)", '((a LIKE "x") IN [true])'],
    ["a IN (1) LIKE 'true'", '((a IN [1]) LIKE "true")'],
    ["a LIKE 'x' NOT LIKE 'y'", '((a LIKE "x") NOT LIKE "y")'],
    ["a = b LIKE 'x'", '(a = (b LIKE "x"))'],
    // Products before sums, sums before comparisons, comparisons before logic.
    ['2 + 3 * 4', '(2 + (3 * 4))'],
    ['2 * 3 + 4', '((2 * 3) + 4)'],
    ['10 - 4 % 3', '(10 - (4 % 3))'],
    ['10 - 4 / 3', '(10 - (4 / 3))'],
    ['1 + 1 = 2 AND 3 > 2', '(((1 + 1) = 2) AND (3 > 2))'],
    ['a = b + c', '(a = (b + c))'],
    ['a OR b = c', '(a OR (b = c))'],
    ['a <> b XOR c', '((a <> b) XOR c)'],
    // Of one level, from the left.
    ['10 - 4 - 3', '((10 - 4) - 3)'],
    ['10 - 4 + 3', '((10 - 4) + 3)'],
    ['100 / 10 * 2', '((100 / 10) * 2)'],
    ['7 % 4 * 2 / 3', '(((7 % 4) * 2) / 3)'],
    ['2 = 2 = 2', '((2 = 2) = 2)'],
    ['1 < 2 != 3 >= 4', '(((1 < 2) != 3) >= 4)'],
    ['a AND b OR c', '((a AND b) OR c)'],
    ['a OR b AND c', '((a OR b) AND c)'],
    ['a XOR b AND c OR d', '(((a XOR b) AND c) OR d)'],
    // Parentheses before all.
    ['(2 + 3) * 4', '((2 + 3) * 4)'],
    ['a AND (b OR c)', '(a AND (b OR c))'],
    ['NOT (1 = 2)', '(NOT (1 = 2))'],
    ['10 - (4 - 3)', '(10 - (4 - 3))'],
    ['(1 + 1) IN (2)', '((1 + 1) IN [2])'],
    ['a IN ((b), (c OR d))', '(a IN [b, (c OR d)])'],
    ['ABS(1 + 2 * 3) * 4', '(ABS[(1 + (2 * 3))] * 4)'],
  ])('of %s is %s', (text, groups) => {
    expect(grouped(treeOf(text))).toBe(groups);
  });
});

describe('the values that tell the grouping', () => {
  it.each<Row>([
    ["-(2) LIKE '-2'", true],
    ["NOT 'abc' LIKE 'abc'", false, 'cast'],
    ['NOT 1 = 2', false],
    ['NOT (1 = 2)', true],
    ['1 + 1 IN (2)', 1],
    ['2 + 3 * 4', 14],
    ['10 - 4 % 3', 9],
    ['1 + 1 = 2 AND 3 > 2', true],
    ['10 - 4 - 3', 3],
    ['100 / 10 * 2', 20],
    ['2 = 2 = 2', false],
    ['true OR true AND false', false],
    ['false AND false OR true', true],
    ['true XOR true OR true', true],
    ['4 * 2 + 4 / 2', 10],
    ['4 * (2 + 4) / 2', 12],
  ])('%s', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });
});
