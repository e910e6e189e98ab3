// Sections 3.4.4 and 3.4.5.
import { describe, expect, it } from 'vitest';
import { answer, type Row } from './helpers/answer.js';

describe('IN', () => {
  it.each<Row>([
    ['123 IN (1, 2, 123)', true],
    ['123 IN (1)', false],
    ['123 NOT IN (1, 2, 123)', false],
    ['1 NOT IN (2)', true],
    ["'a' IN ('b', \"a\")", true],
    ["'a' IN ('A')", false],
    ["'' IN ('')", true],
    ['TRUE IN (TRUE, FALSE)', true],
    ['TRUE IN (FALSE)', false],
    ['1 IN (2, 3, 1, 1)', true],
    // Elements are expressions.
    ['3 IN (1 + 2)', true],
    ["'ab' IN (CONCAT('a', 'b'))", true],
    ["source IN (mytext, 'x')", false],
    ["mytext IN (id, 'text')", true],
    ['source IN (source)', true],
    ['myint IN (number, 40 + 2)', true],
    ['TRUE IN (1 = 2, 2 = 2)', true],
    ['1 IN (1 IN (1))', true],
    ['(1 IN (1)) IN (TRUE)', true],
    ['1 IN ((1))', true],
    ['1 IN (2 OR FALSE)', true],
    // To the type of the left operand, whatever that turns out to be.
    ["1 IN ('01')", true],
    ["'1' IN (1)", true],
    ["'TRUE' IN (TRUE)", false],
    ["TRUE IN ('TRUE')", true],
    ["'true' IN (TRUE, 'false')", true],
    ["'true' IN ('TRUE', 'false')", false],
    ["number IN (5, 'x')", true],
    ["number IN ('05')", false],
    ["myint IN ('042')", true],
    ['mybool IN (7)', true],
    ['word IN (TRUE)', false],
    ["mybool IN ('TRUE')", true],
    ['mybool IN (word)', true],
    ['word IN (mybool)', false],
    ['5 IN (number)', true],
    ['number IN (2 + 3)', true],
  ])('%s', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });

  it('looks in large sets', () => {
    const set = Array.from({ length: 10_000 }, (_, index) => index).join(', ');
    expect(answer(`9999 IN (${set})`)).toEqual([true]);
    expect(answer(`10000 NOT IN (${set})`)).toEqual([true]);
    expect(answer(`myint IN (${set})`)).toEqual([true]);
  });

  it('evaluates every element, found or not', () => {
    expect(answer('1 IN (1, 1 / 0)')).toEqual([false, 'math']);
    expect(answer('1 IN (1, 1 / 0)', { mode: 'complete' })).toEqual([true, 'math']);
    expect(answer("1 IN (1, 'x', missing)", { mode: 'complete' })).toEqual([false, 'cast', 'missingAttribute']);
  });

  it('evaluates no element where the left operand failed', () => {
    expect(answer('missing IN (1 / 0)')).toEqual([false, 'missingAttribute']);
    expect(answer('(1 / 0) IN (missing)')).toEqual([false, 'math']);
  });
});

describe('EXISTS', () => {
  it.each<Row>([
    ['EXISTS id', true],
    ['EXISTS source AND EXISTS type AND EXISTS specversion', true],
    ['EXISTS subject', true],
    ['EXISTS empty', true],
    ['EXISTS mynot', true],
    ['EXISTS missing', false],
    ['NOT EXISTS missing', true],
    ['EXISTS data', false],
    ['EXISTS 1a', true],
    ['EXISTS id = TRUE', true],
    ['EXISTS id + 1', 2],
  ])('%s', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });
});
