// Section 3.7, alone and where operators and functions ask for it.
import { describe, expect, it } from 'vitest';
import { toBoolean, toInteger, toText, typeOf } from '../../src/cesql/casts.js';
import { answer, type Row } from './helpers/answer.js';

describe('the type of a value', () => {
  it.each([
    [true, 'boolean'],
    [0, 'integer'],
    ['', 'string'],
  ])('%j is %s', (value, type) => {
    expect(typeOf(value)).toBe(type);
  });
});

describe('a String as an Integer', () => {
  it.each([
    ['0', 0],
    ['5', 5],
    ['+5', 5],
    ['-5', -5],
    ['-0', 0],
    ['007', 7],
    ['-007', -7],
    ['2147483647', 2147483647],
    ['-2147483648', -2147483648],
    ['+2147483647', 2147483647],
    [`${'0'.repeat(100)}1`, 1],
  ])('%j is %d', (text, value) => {
    expect(toInteger(text)).toBe(value);
  });

  it.each([
    ...['', ' ', '+', '-', '--5', '+-5', ' 5', '5 ', '5\n', '\t5', '- 5', '1.0', '1e3', '0x10', '1_000', '1,000'],
    ...['2147483648', '-2147483649', '99999999999999999999', '9'.repeat(1000), '٣', '５', 'abc', '5a', 'true', 'NaN'],
  ])('%j is none', (text) => {
    expect(toInteger(text)).toMatchObject({ value: 0, errors: [{ kind: 'cast' }] });
  });
});

describe('a String as a Boolean', () => {
  it.each([
    ['true', true],
    ['TRUE', true],
    ['tRuE', true],
    ['false', false],
    ['False', false],
  ])('%j is %j', (text, value) => {
    expect(toBoolean(text)).toBe(value);
  });

  it.each(['', ' ', ' true', 'true ', 'true\n', '1', '0', 'yes', 'no', 't', 'f', 'on', 'truе', 'TRUE\u0000', 'ﬀalse'])(
    '%j is none',
    (text) => {
      expect(toBoolean(text)).toMatchObject({ value: false, errors: [{ kind: 'cast' }] });
    },
  );
});

describe('the other casts', () => {
  it('never fail', () => {
    expect([toInteger(true), toInteger(false)]).toEqual([1, 0]);
    expect([0, 1, -1, 10, 2147483647].map(toBoolean)).toEqual([false, true, true, true, true]);
    expect([0, 7, -7, 2147483647, -2147483648].map(toText)).toEqual(['0', '7', '-7', '2147483647', '-2147483648']);
    expect([toText(true), toText(false)]).toEqual(['true', 'false']);
  });
});

describe('a cast asked for', () => {
  it.each<Row>([
    ["INT('1')", 1],
    ["INT('-1')", -1],
    ['INT(TRUE)', 1],
    ['INT(7)', 7],
    ["INT('ABC')", 0, 'cast'],
    ["INT('')", 0, 'cast'],
    ["BOOL('TRUE')", true],
    ["BOOL('no')", false, 'cast'],
    ['BOOL(-50)', true],
    ['BOOL(0)', false],
    ['BOOL(FALSE)', false],
    ['STRING(TRUE)', 'true'],
    ['STRING(-1)', '-1'],
    ["STRING('abc')", 'abc'],
    ['CONCAT(007)', '7'],
    ['CONCAT(-1, TRUE)', '-1true'],
    ["INT(STRING(INT('007')))", 7],
    ['BOOL(STRING(TRUE))', true],
  ])('%s', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });
});

describe('a cast that an operator needs', () => {
  it.each<Row>([
    // Not ambiguous: to the type of the operator.
    ['NOT 10', false],
    ['NOT 0', true],
    ["NOT 'FALSE'", true],
    ['-TRUE', -1],
    ["-'10'", -10],
    ["--'10'", 10],
    ["'5' + '3'", 8],
    ['5 + TRUE', 6],
    ['TRUE + TRUE', 2],
    ["'10' > '9'", true],
    ["'10' < 9", false],
    ["1 AND 'true'", true],
    ["0 OR 'TRUE'", true],
    ['2 XOR TRUE', false],
    ["234 LIKE '23_'", true],
    ["TRUE LIKE 'tr%'", true],
    // Ambiguous: the right operand decides.
    ["'01' = 1", true],
    ["1 = '01'", false],
    ["1 = '1'", true],
    ['2 = TRUE', true],
    ['TRUE = 2', false],
    ['TRUE = 1', true],
    ["TRUE = 'true'", true],
    ["TRUE = 'TRUE'", false],
    ["'TRUE' = TRUE", true],
    ["'true' = TRUE AND 'FALSE' = FALSE", true],
    ["'02' != 2", false],
    ["2 != '02'", true],
    ["2 <> '02'", true],
    ['2 <> TRUE', false],
    // Also where the event decides the type.
    ["number = '5'", true],
    ["'05' = number", false],
    ['number = 5', true],
    ['5 = number', true],
    ["'042' = myint", true],
    ["myint = '042'", false],
    ['2 = mybool', true],
    ['word = mybool', true],
    ['mybool = word', false],
    ['myint = myint', true],
    ["mytext = id OR mytext = 'text'", true],
    // To the type of the left operand.
    ["1 IN ('01')", true],
    ["'1' IN (1)", true],
    ["'01' IN (1)", false],
    ["TRUE IN ('TRUE')", true],
    ["'TRUE' IN (TRUE)", false],
    ['2 IN (TRUE)', false],
    ['TRUE IN (2)', true],
    // Inside out.
    ['LENGTH(number + 10)', 2],
    ["LENGTH(number + 5 = '10')", 4],
    ['-(1 = 1) + 2', 1],
  ])('%s', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });

  it.each<Row>([
    ["'abc' + 1", 0, 'cast'],
    ["1 + 'abc'", 0, 'cast'],
    ["'a' + 'b'", 0, 'cast', 'cast'],
    ["-'abc'", 0, 'cast'],
    ["NOT 'abc'", false, 'cast'],
    ["'b' > 'a'", false, 'cast', 'cast'],
    ["'x' AND TRUE", false, 'cast'],
    ["TRUE AND 'x'", false, 'cast'],
    ["'abc' = 0", false, 'cast'],
    ["'abc' = FALSE", false, 'cast'],
    ['mytext = myint', false, 'cast'],
    ['mytext != mybool', false, 'cast'],
    ["ABS('x')", 0, 'cast'],
    ["LEFT(123, 'x')", '', 'cast'],
    ['mytext + 1', 0, 'cast'],
    ["(mytext LIKE 't%') + mytext", 0, 'cast'],
  ])('can fail: %s', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });
});
