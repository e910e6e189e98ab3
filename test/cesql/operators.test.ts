// Section 3.4.2: comparison and logic.
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/cesql/evaluate.js';
import { answer, type Row } from './helpers/answer.js';

describe('comparison', () => {
  it.each<Row>([
    ['1 = 1', true],
    ['1 = 2', false],
    ['TRUE = TRUE', true],
    ['TRUE = FALSE', false],
    ["'a' = 'a'", true],
    ["'a' = 'A'", false],
    ["'a' = 'a '", false],
    ["'' = ''", true],
    ["'é' = 'e\u0301'", false],
    ['1 != 1', false],
    ['1 != 2', true],
    ['TRUE != FALSE', true],
    ["'a' != 'A'", true],
    ['1 <> 1', false],
    ['1 <> 2', true],
    ['FALSE <> FALSE', false],
    ["'a' <> 'A'", true],
    ['1 < 2', true],
    ['2 < 2', false],
    ['-3 < -2', true],
    ['2 <= 2', true],
    ['3 <= 2', false],
    ['2 > 1', true],
    ['2 > 2', false],
    ['-1 > -2', true],
    ['2 >= 2', true],
    ['2 >= 3', false],
    ['-2147483648 < 2147483647', true],
    ["'9' < '10'", true],
    ['FALSE < TRUE', true],
    ['number < 6', true],
    ['myint >= number', true],
  ])('%s', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });
});

describe('logic', () => {
  it.each<Row>([
    ['FALSE AND FALSE', false],
    ['FALSE AND TRUE', false],
    ['TRUE AND FALSE', false],
    ['TRUE AND TRUE', true],
    ['FALSE OR FALSE', false],
    ['FALSE OR TRUE', true],
    ['TRUE OR FALSE', true],
    ['TRUE OR TRUE', true],
    ['FALSE XOR FALSE', false],
    ['FALSE XOR TRUE', true],
    ['TRUE XOR FALSE', true],
    ['TRUE XOR TRUE', false],
    ['NOT TRUE', false],
    ['NOT FALSE', true],
    ['NOT NOT TRUE', true],
    ['mybool AND NOT mynot', true],
  ])('%s', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });

  it.each<Row>([
    ['FALSE AND missing', false],
    ['FALSE AND (1 / 0 = 1)', false],
    ["FALSE AND 'x'", false],
    ['FALSE AND NOSUCHFN()', false],
    ["FALSE AND LEFT('a', -1) = 'a'", false],
    ['mynot AND missing', false],
    ['0 AND missing', false],
    ["'FALSE' AND missing", false],
    ['TRUE OR missing', true],
    ['TRUE OR (1 / 0 = 1)', true],
    ["TRUE OR 'x'", true],
    ['TRUE OR NOSUCHFN()', true],
    ['mybool OR missing', true],
    ['7 OR missing', true],
    ['FALSE AND missing OR TRUE', true],
    ['FALSE AND missing AND missing', false],
    ['TRUE OR missing OR missing', true],
  ])('never asks the right side of %s', (expression, ...expected) => {
    for (const mode of ['complete', 'fail-fast', 'operator'] as const)
      expect(answer(expression, { mode })).toEqual(expected);
  });

  it.each<Row>([
    ['TRUE AND missing', false, 'missingAttribute'],
    ['FALSE OR missing', false, 'missingAttribute'],
    ['TRUE AND NOSUCHFN()', false, 'missingFunction'],
    ['TRUE XOR missing', false, 'missingAttribute'],
    ['FALSE XOR missing', false, 'missingAttribute'],
    ['missing XOR TRUE', false, 'missingAttribute'],
    ['missing XOR absent', false, 'missingAttribute', 'missingAttribute'],
  ])('asks it in %s', (expression, ...expected) => {
    expect(answer(expression)).toEqual(expected);
  });
});

describe('an error', () => {
  it('says where it arose', () => {
    const positions = (expression: string): unknown => answerPositions(expression);
    expect(positions('1 + (2 / 0)')).toEqual([['math', 5]]);
    expect(positions("1 + 'x'")).toEqual([['cast', 4]]);
    expect(positions('TRUE AND missing')).toEqual([['missingAttribute', 9]]);
    expect(positions('  NOSUCH(1)')).toEqual([['missingFunction', 2]]);
    expect(positions("1 = LEFT('1', -1)")).toEqual([['functionEvaluation', 4]]);
    expect(positions('1 + mytext')).toEqual([['cast', 4]]);
    expect(positions("1 + (mytext LIKE 'x') + UPPER('y')")).toEqual([['cast', 24]]);
    expect(positions('mytext = myint')).toEqual([['cast', 0]]);
  });
});

function answerPositions(expression: string): readonly (readonly [string, number | undefined])[] {
  return evaluate(expression, { mytext: 'text', myint: 1 }).errors.map(({ kind, position }) => [kind, position]);
}
