import { describe, expect, it } from 'vitest';
import { defineFunctions } from '../../src/cesql/functions/define-functions.js';
import { evaluate } from '../../src/cesql/index.js';
import { CLASHING, CONFORM_FUNCTIONS } from '../../src/reference/conform-functions.js';

const value = (expression: string) => {
  const { value, errors } = evaluate(expression, {}, { functions: CONFORM_FUNCTIONS });
  return [value, ...errors.map(({ kind }) => kind)];
};

describe('the functions that an engine is judged with', () => {
  it.each([
    ["CONFORM_F('a')", 'one:a'],
    ["CONFORM_F('a', 'b')", 'two:a,b'],
    ["CONFORM_F('a', 'b', 'c')", 'many:3'],
    ["CONFORM_F('a', 'b', 'c', 'd', 'e')", 'many:5'],
    ['CONFORM_F(1, TRUE)', 'two:1,true'],
    ["CONFORM_CLASH('a', 'b', 'c')", 'three'],
  ])('%s is %s', (expression, expected) => {
    expect(value(expression)).toEqual([expected]);
  });

  it.each(['CONFORM_F()', "CONFORM_CLASH('a')", "CONFORM_CLASH('a', 'b', 'c', 'd')", 'CONFORM_FAIL()'])(
    '%s goes to none of them',
    (expression) => {
      expect(value(expression)).toEqual([false, 'missingFunction']);
    },
  );

  it('fail where they should', () => {
    const [failed, ...kinds] = value("CONFORM_FAIL('a')");
    expect(failed).toBe(0);
    expect(kinds).toContain('functionEvaluation');
  });
});

describe('the clashing definition', () => {
  const own = [...CONFORM_FUNCTIONS.values()].flat();

  it('is left out because it is refused, and not forgotten', () => {
    expect(own).not.toContain(CLASHING);
    expect(defineFunctions(own)).toMatchObject({ kind: 'defined' });
    expect(defineFunctions([...own, CLASHING])).toMatchObject({ kind: 'refused', definition: CLASHING });
  });
});
