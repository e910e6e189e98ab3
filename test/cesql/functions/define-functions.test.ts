// Section 3.5: functions of the user's own.
import { describe, expect, it } from 'vitest';
import { defineFunctions } from '../../../src/cesql/functions/define-functions.js';
import type { FunctionDefinition, FunctionTable, ParameterType } from '../../../src/cesql/functions/types.js';
import { answer } from '../helpers/answer.js';

const TEXT = 'string' as const;

function define(name: string, arity: number, more: Partial<FunctionDefinition> = {}): FunctionDefinition {
  const said = more.variadic === undefined ? String(arity) : `${arity}+`;
  return { name, parameters: Array<ParameterType>(arity).fill(TEXT), result: TEXT, call: () => said, ...more };
}

const variadic = (name: string, arity: number): FunctionDefinition => define(name, arity, { variadic: TEXT });

function tableOf(...definitions: readonly FunctionDefinition[]): FunctionTable {
  const defined = defineFunctions(definitions);
  if (defined.kind === 'refused') throw new Error(defined.reason);
  return defined.functions;
}

describe('definitions beside each other', () => {
  it('are told apart by their arity', () => {
    const functions = tableOf(define('ABC', 1), define('abc', 2), variadic('Abc', 3));
    expect(answer('ABC()', { functions })).toEqual([false, 'missingFunction']);
    expect(answer('ABC(1)', { functions })).toEqual(['1']);
    expect(answer('abc(1, 2)', { functions })).toEqual(['2']);
    expect(answer('aBc(1, 2, 3)', { functions })).toEqual(['3+']);
    expect(answer('ABC(1, 2, 3, 4)', { functions })).toEqual(['3+']);
  });

  it('may leave out an arity', () => {
    const functions = tableOf(define('F', 0), variadic('F', 4));
    expect(answer('F()', { functions })).toEqual(['0']);
    expect(answer('F(1, 2)', { functions })).toEqual([false, 'missingFunction']);
    expect(answer('F(1, 2, 3, 4, 5)', { functions })).toEqual(['4+']);
  });

  it('may add to a built-in function', () => {
    const functions = tableOf(define('LENGTH', 2), define('SUBSTRING', 1), variadic('ABS', 2));
    expect(answer("LENGTH('abc')", { functions })).toEqual([3]);
    expect(answer("LENGTH('abc', 1)", { functions })).toEqual(['2']);
    expect(answer("SUBSTRING('abc')", { functions })).toEqual(['1']);
    expect(answer("SUBSTRING('abc', 2)", { functions })).toEqual(['bc']);
    expect(answer('ABS(-1)', { functions })).toEqual([1]);
    expect(answer('ABS(1, 2, 3)', { functions })).toEqual(['2+']);
  });

  it.each<readonly [string, readonly FunctionDefinition[], string]>([
    ['of one arity', [define('F', 1), define('f', 1)], 'f is defined with 1 parameter already'],
    [
      'of one arity and other types',
      [define('F', 2), define('F', 2, { parameters: ['integer', 'integer'], result: 'integer' })],
      'F is defined with 2 parameters already',
    ],
    ['twice variadic', [variadic('F', 1), variadic('F', 3)], 'F is variadic already'],
    [
      'variadic before an arity',
      [variadic('ABC', 0), define('ABC', 3)],
      'ABC is variadic from 0 parameters on, so none can have 3',
    ],
    [
      'variadic behind an arity',
      [define('ABC', 3), variadic('ABC', 0)],
      'ABC is defined with 3 parameters, so a variadic one needs 4 fixed ones at least',
    ],
    [
      'variadic at an arity',
      [define('ABC', 3), variadic('ABC', 3)],
      'ABC is defined with 3 parameters, so a variadic one needs 4 fixed ones at least',
    ],
    ['like a built-in one', [define('Length', 1)], 'Length is defined with 1 parameter already'],
    [
      'like a variadic built-in one',
      [define('CONCAT', 2)],
      'CONCAT is variadic from 0 parameters on, so none can have 2',
    ],
    [
      'variadic over a built-in one',
      [variadic('SUBSTRING', 3)],
      'SUBSTRING is defined with 3 parameters, so a variadic one needs 4 fixed ones at least',
    ],
    ['like a cast', [define('INT', 1)], 'INT is defined with 1 parameter already'],
    ['without a name', [define('', 1)], '"" is no name: it has letters and underscores, and begins with a letter'],
    [
      'with a digit in the name',
      [define('F1', 1)],
      '"F1" is no name: it has letters and underscores, and begins with a letter',
    ],
    [
      'with a name like a number',
      [define('_f', 1)],
      '"_f" is no name: it has letters and underscores, and begins with a letter',
    ],
    ['with a keyword as the name', [define('Not', 1)], 'Not is a keyword'],
    [
      'of no type',
      [define('F', 1, { result: 'text' as 'string' })],
      'the result of F has none of the types boolean, integer, string',
    ],
    [
      'of any type',
      [define('F', 1, { result: 'any' as 'string' })],
      'the result of F has none of the types boolean, integer, string',
    ],
    [
      'with a parameter of no type',
      [define('F', 1, { parameters: ['number' as 'integer'] })],
      'a parameter of F has none of the types boolean, integer, string, any',
    ],
    [
      'with further parameters of no type',
      [define('F', 1, { variadic: 'number' as 'integer' })],
      'a parameter of F has none of the types boolean, integer, string, any',
    ],
    ['with nothing to call', [define('F', 1, { call: 1 as unknown as () => string })], 'F has nothing to call'],
  ])('are refused: %s', (_, definitions, reason) => {
    expect(defineFunctions(definitions)).toEqual({ kind: 'refused', definition: definitions.at(-1), reason });
  });
});

describe('a function of the user', () => {
  const given: unknown[] = [];
  const functions = tableOf(
    define('ECHO', 1, { parameters: ['any'], call: ([x]) => `${typeof x} ${x}` }),
    define('TYPED', 3, {
      parameters: ['boolean', 'integer', 'string'],
      call: (values) => {
        given.push(values);
        return JSON.stringify(values);
      },
    }),
    define('MANY', 1, { variadic: 'integer', call: (values) => JSON.stringify(values) }),
    define('IS_BIG', 1, { result: 'boolean', call: ([x]) => String(x).length > 1 }),
  );

  it('gets values of its types', () => {
    expect(answer("TYPED('TRUE', '5', 7)", { functions })).toEqual(['[true,5,"7"]']);
    expect(answer("MANY(1, '2', TRUE)", { functions })).toEqual(['["1",2,1]']);
    expect(answer('ECHO(5)', { functions })).toEqual(['number 5']);
    expect(answer('ECHO(TRUE)', { functions })).toEqual(['boolean true']);
    expect(answer('ECHO(mytext)', { functions })).toEqual(['string text']);
    // The example of section 3.7.
    expect(answer('IS_BIG(number + 10)', { functions })).toEqual([true]);
    expect(answer('IS_BIG(number - 1)', { functions })).toEqual([false]);
  });

  it('is not called where an argument failed, unless the mode goes on', () => {
    given.length = 0;
    expect(answer("TYPED('x', 1, 2)", { functions })).toEqual(['', 'cast']);
    expect(answer('TYPED(TRUE, missing, 2)', { functions })).toEqual(['', 'missingAttribute']);
    expect(answer('TYPED(TRUE, 1, 1 / 0)', { functions, mode: 'fail-fast' })).toEqual(['', 'math']);
    expect(given).toEqual([]);
    expect(answer("TYPED('x', 1, 2)", { functions, mode: 'complete' })).toEqual(['[false,1,"2"]', 'cast']);
    expect(answer('TYPED(TRUE, missing, 2)', { functions, mode: 'complete' })).toEqual(['', 'missingAttribute']);
  });

  it('is cast as its result type says', () => {
    expect(answer("IS_BIG('ab') + 1", { functions })).toEqual([2]);
    expect(answer("ECHO(1) LIKE 'number%'", { functions })).toEqual([true]);
  });
});

describe('a function that fails', () => {
  const failing = (call: () => unknown, result: FunctionDefinition['result'] = 'integer'): FunctionTable =>
    tableOf({ name: 'F', parameters: [], result, call: call as FunctionDefinition['call'] });
  const problem = { kind: 'functionEvaluation', message: 'no' } as const;

  it('with a value keeps it', () => {
    expect(answer('F()', { functions: failing(() => ({ value: 7, errors: [problem] })) })).toEqual([
      7,
      'functionEvaluation',
    ]);
    const math = failing(() => ({ value: 7, errors: [{ kind: 'math', message: 'too big' }] }));
    expect(answer('F()', { functions: math })).toEqual([7, 'math']);
    expect(answer('F() + 1', { functions: math })).toEqual([0, 'math']);
    expect(answer('F() + 1', { functions: math, mode: 'complete' })).toEqual([8, 'math']);
  });

  it.each<readonly [string, () => unknown]>([
    ['without a value', () => ({ errors: [problem] })],
    ['with undefined', () => ({ value: undefined, errors: [problem] })],
    ['with a value of another type', () => ({ value: 'x', errors: [problem] })],
    [
      'by throwing',
      () => {
        throw new Error('no');
      },
    ],
    [
      'by throwing nothing',
      () => {
        throw undefined;
      },
    ],
    ['with nothing', () => undefined],
    ['with null', () => null],
    ['with another type', () => '5'],
    ['with a fraction', () => 1.5],
    ['beyond 32 bits', () => 2 ** 31],
    ['with no number', () => Number.NaN],
    ['with a promise', () => Promise.resolve(5)],
    ['with a value but no errors', () => ({ value: 5, errors: [] })],
    ['with a value alone', () => ({ value: 5 })],
    ['with errors that are none', () => ({ errors: 'no' })],
    ['with an error that is none', () => ({ errors: [null] })],
    [
      'with a trap',
      () =>
        new Proxy(
          {},
          {
            get: () => {
              throw new Error('no');
            },
          },
        ),
    ],
  ])('%s gives its zero value', (_, call) => {
    expect(answer('F()', { functions: failing(call) })).toEqual([0, 'functionEvaluation']);
    expect(answer('F()', { functions: failing(call), mode: 'complete' })).toEqual([0, 'functionEvaluation']);
  });

  it('of each type gives the zero value of that', () => {
    const nothing = (): undefined => undefined;
    expect(answer('F()', { functions: failing(nothing, 'string') })).toEqual(['', 'functionEvaluation']);
    expect(answer('F()', { functions: failing(nothing, 'boolean') })).toEqual([false, 'functionEvaluation']);
  });

  it('keeps the errors it gave, behind that it failed', () => {
    const errors = [
      { kind: 'cast', message: 'a' },
      { kind: 'math', message: 'b' },
    ];
    const functions = failing(() => ({ errors }));
    expect(answer('F()', { functions })).toEqual([0, 'functionEvaluation', 'cast', 'math']);
    // Fail-fast has one error, and this is the one that section 3.5.3 asks for.
    expect(answer('F()', { functions, mode: 'fail-fast' })).toEqual([0, 'functionEvaluation']);
    const unknown = [{ kind: 'parse', message: 'a' }, { kind: 'what', message: 'b' }, {}];
    expect(answer('F()', { functions: failing(() => ({ value: 1, errors: unknown })) })).toEqual([
      1,
      ...Array(3).fill('functionEvaluation'),
    ]);
  });

  it('has no minus zero', () => {
    expect(Object.is(answer('F()', { functions: failing(() => -0) })[0], 0)).toBe(true);
  });
});
