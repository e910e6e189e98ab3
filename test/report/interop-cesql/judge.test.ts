import { describe, expect, it } from 'vitest';
import { constructOf, rootOf } from '../../../src/report/interop-cesql/construct.js';
import { gave, judged, partOf } from './helpers/posed.js';

describe('settled', () => {
  it.each([
    ['NOT 10', gave(true), 'cesql.cast.int-bool', ['A60']],
    ['5 / 3', gave(2), 'cesql.op.div', []],
    ['5 / 0', gave(0), 'cesql.op.div-zero', []],
    ['LENGTH(missing)', gave(5, 'missingAttribute'), 'cesql.miss.fn', []],
    ['missing XOR TRUE', gave(true, 'missingAttribute'), 'cesql.miss.logic', []],
    ['FALSE AND missing', gave(false, 'missingAttribute'), 'cesql.op.short-and', []],
    ["'a' + 1", gave(undefined, 'cast'), 'cesql.cast.str-int-bad', []],
    ['2147483647 + 1', { kind: 'thrown', reason: 'overflow' } as const, 'cesql.err.value', []],
  ])('is %s', (text, theirs, requirement, positions) => {
    expect(judged(text, theirs)).toMatchObject({ verdict: 'settled', requirement, positions });
  });

  it.each([
    ['FALSE AND FALSE OR TRUE', gave(false), 'cesql.prec.left-logic', ['A63']],
    ['TRUE OR TRUE XOR TRUE', gave(true), 'cesql.prec.left-logic', ['A63']],
    ['1 - 2 - 3', gave(2), 'cesql.prec.left-math', []],
    ['2 + 3 * 4', gave(20), 'cesql.prec.math', []],
    ['3 * 4 + 2', gave(18), 'cesql.prec.math', []],
    ['NOT 1 = 2', gave(true), 'cesql.prec.not-eq', []],
    ['2 * number IN (7)', gave(false), 'cesql.prec.in-math', []],
    ['2 = 2 = 1', gave(false), 'cesql.prec.left-cmp', []],
  ])('is the order of operators in %s', (text, theirs, requirement, positions) => {
    expect(judged(text, theirs)).toMatchObject({
      verdict: 'settled',
      construct: 'operators without parentheses',
      broadly: 'read in another order',
      requirement,
      positions,
    });
  });
});

it('an order of operators is not what errors are like by chance', () => {
  expect(judged("missing XOR '' != '3'", gave(true, 'missingAttribute')).requirement).toBe('cesql.miss.logic');
});

describe('open', () => {
  it.each([
    ['a value behind an error, where modes differ', "'a' + 1", gave(1, 'cast'), ['A62']],
    ['which of several errors is told', "'a' + missing", gave(0, 'cast'), ['A76']],
    ['which of two operands is told of, where one is cast', "'' XOR missing", gave(false, 'cast'), ['A76']],
    ['an overflow', '2147483647 + 1', gave(-2147483648), ['A65']],
    ['a function of no table', 'INT(TRUE)', gave(2), ['A64']],
    ['digits of other scripts', "'٥' + 0", gave(5), []],
    ['what a character is', "LENGTH('😀')", gave(2), ['A70']],
    ['an element that fails', '1 IN (missing)', gave(true, 'missingAttribute'), ['A73']],
  ])('is %s', (_, text, theirs, positions) => {
    const found = judged(text, theirs);
    expect(found.verdict).toBe('open');
    expect(found.positions).toEqual(expect.arrayContaining(positions));
  });

  it('is which errors are told, as one cause', () => {
    const other = judged("'a' + missing", gave(0, 'cast'));
    expect(other).toMatchObject({
      construct: 'several errors at once',
      broadly: 'other ones are told, or more, or fewer',
      requirement: 'cesql.err.kinds',
    });
    expect(judged("'a' + 1", gave(0, 'generic'))).toMatchObject({ verdict: 'settled', how: 'other-error' });
  });
});

describe('a construct in words', () => {
  it.each([
    ['NOT 10', 'NOT of an Integer'],
    ['-missing', 'unary - of a missing attribute'],
    ["text NOT LIKE 'a'", 'NOT LIKE of a String'],
    ['EXISTS id', 'EXISTS'],
    ['flag', 'a Boolean'],
    ['1 IN (TRUE, 2, FALSE)', 'IN of an Integer and a Boolean and an Integer'],
    ["CONCAT('a', 1, TRUE, 2)", 'CONCAT of a String and an Integer and a Boolean and more'],
    ['Abs(LENGTH(1))', 'ABS of LENGTH'],
    ['NOSUCH(1)', 'a missing function of an Integer'],
    ['1 + 2 = 3', '= of + and an Integer'],
  ])('%s is %s', (text, expected) => {
    expect(constructOf(partOf(text), false)).toBe(expected);
  });

  it('is its outermost, and its spelling where that is what matters', () => {
    expect(rootOf(partOf('1 + 2'))).toBe('+');
    expect(constructOf(partOf('1 AND 2'), true)).toBe('the spelling of AND');
  });
});
