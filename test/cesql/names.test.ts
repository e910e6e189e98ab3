// Sections 2, 2.2 and 2.4: the names of attributes, functions and keywords, and the space between.
import { describe, expect, it } from 'vitest';
import { answer, type Row } from './helpers/answer.js';

describe('the name of an attribute', () => {
  it.each<Row>([
    ['id', 'A-1'],
    ['1a', 'one'],
    ['number', '5'],
    // Longer than recommended, and than anything an event should have.
    ['abcdefghijklmnopqrstu', false, 'missingAttribute'],
    ['a'.repeat(1000), false, 'missingAttribute'],
    // Words that hold a keyword are none.
    ['android', false, 'missingAttribute'],
    ['nothing', false, 'missingAttribute'],
    ['inid', false, 'missingAttribute'],
    ['in1', false, 'missingAttribute'],
    ['true1', false, 'missingAttribute'],
    ['constructor', false, 'missingAttribute'],
    ['tostring', false, 'missingAttribute'],
    ['valueof', false, 'missingAttribute'],
  ])('%s', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });

  it.each([
    ...['my_ext', '_', 'my.ext', 'é', 'ID', 'Id', 'iD', 'id_', '_id', '__proto__', 'my ext', 'a$', '@a', 'a[0]', 'ａ'],
    ...['EXISTS SOURCE', 'EXISTS my_ext', 'EXISTS é', 'SOURCE = 1', '1 IN (SOURCE)', 'LENGTH(Id)'],
  ])('is not %s', (expression) => {
    expect(answer(expression)).toEqual([false, 'parse']);
  });

  it('has no hyphen, which subtracts', () => {
    expect(answer('number-mynegative')).toEqual([12]);
  });

  // Position A71: these are other tokens.
  it.each(['in', 'or', 'not', 'and', 'xor', 'like', 'exists', 'In'])('is no keyword, such as %s', (expression) => {
    const event = { [expression]: 'here' };
    expect(answer(expression, {}, event)).toEqual([false, 'parse']);
    expect(answer(`EXISTS ${expression}`, {}, event)).toEqual([false, 'parse']);
  });

  it('is no word that stands for a value', () => {
    expect(answer('true', {}, { true: 'here' })).toEqual([true]);
    expect(answer('123', {}, { 123: 'here' })).toEqual([123]);
    expect(answer('EXISTS true', {}, { true: 'here' })).toEqual([false, 'parse']);
    expect(answer('EXISTS 123', {}, { 123: 'here' })).toEqual([false, 'parse']);
  });
});

describe('a keyword', () => {
  it.each<Row>([
    ['tRuE aNd NoT fAlSe', true],
    ['false Or true', true],
    ['true xOr true', false],
    ["'abc' lIkE 'a%'", true],
    ["'abc' nOt LiKe 'a%'", false],
    ['exists id', true],
    ['Exists missing', false],
    ['1 in (1)', true],
    ['1 Not In (1)', false],
  ])('ignores case: %s', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });

  it.each<Row>([
    ['not(true)', false],
    ['1 in(1)', true],
    ['(true)and(true)', true],
    ["'a'like'a'", true],
    ["true and'true'", true],
  ])('needs no space where another token ends: %s', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });

  it.each(['true andtrue', 'nottrue and', 'existsid and', '1in(1)', 'trueand true', "'a' likea"])(
    'needs space where a word would go on: %s',
    (expression) => {
      expect(answer(expression)).toEqual([false, 'parse']);
    },
  );

  it.each(['true(1)', 'not', 'AND(true, true)', 'EXISTS(id)', 'EXISTS (id)', "EXISTS 'id'", 'EXISTS', 'EXISTS NOT id'])(
    'is no function, and stands where it has to: %s',
    (expression) => {
      expect(answer(expression)).toEqual([false, 'parse']);
    },
  );
});

describe('the name of a function', () => {
  it.each<Row>([
    ["LENGTH('ab')", 2],
    ["length('ab')", 2],
    ["lEnGtH('ab')", 2],
    ["Concat_Ws('-', 'a', 'b')", 'a-b'],
    ['ABS (-1)', 1],
    ['ABS\n(-1)', 1],
    ['X()', false, 'missingFunction'],
    ['x_y_z(1)', false, 'missingFunction'],
    ['constructor()', false, 'missingFunction'],
    ['toString(1)', false, 'missingFunction'],
    ['x__proto__()', false, 'missingFunction'],
  ])('%s', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });

  it.each(['f1(1)', '_f(1)', '1f(1)', '__proto__()', 'é(1)', 'a.b(1)', '12(1)', "'f'(1)", '(f)(1)'])(
    'is not %s',
    (expression) => {
      expect(answer(expression)).toEqual([false, 'parse']);
    },
  );
});

describe('space', () => {
  it.each<Row>([
    [' 1 + 1 ', 2],
    ['\t1\t+\t1\t', 2],
    ['1\n+\r\n1\r', 2],
    ['1+1', 2],
    ['  (  1  )  ', 1],
    ["CONCAT ( 'a' , 'b' )", 'ab'],
    ["CONCAT('a','b')", 'ab'],
    ['1\nIN\n(\n1\n,\n2\n)', true],
    ['id\nNOT\nLIKE\n"x"', true],
  ])('may be between tokens: %j', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });

  it.each([
    '1\u00a0+ 1',
    '1\u2003+ 1',
    '1\f+ 1',
    '1\v+ 1',
    '\ufeff1',
    '1\u0000',
    '1 \u2028 + 1',
    '1 > = 1',
    '1 ! = 1',
    '1 < > 1',
  ])('is nothing else: %j', (expression) => {
    expect(answer(expression)).toEqual([false, 'parse']);
  });
});
