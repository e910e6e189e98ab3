import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/engine/observed.js';
import { mismatch, outcomesOf, typeOf } from '../../../suites/expression/match.js';
import type { Outcome } from '../../../suites/expression/types.js';

const kindOf = (answer: Answer, ...outcomes: readonly Outcome[]): string | undefined =>
  mismatch(answer, outcomes)?.kind;
const value = (given: Answer['value'], ...errors: readonly string[]): Answer =>
  given === undefined ? { errors } : { value: given, errors };

describe('a value', () => {
  it.each<[Answer, Outcome, string | undefined]>([
    [value(true), { value: true }, undefined],
    [value(false), { value: true }, 'value'],
    [value(1), { value: true }, 'type'],
    [value('true'), { value: true }, 'type'],
    [value('1'), { value: 1 }, 'type'],
    [value(2), { value: 1 }, 'value'],
    [value(-0), { value: 0 }, undefined],
    [value('a'), { value: 'A' }, 'value'],
    [value(1.5), { value: 1 }, 'type'],
    [value(2147483648), { type: 'integer' }, 'type'],
    [value(-2147483649), { type: 'integer' }, 'type'],
    [value(-2147483648), { type: 'integer' }, undefined],
    [value(2147483647), { type: 'integer' }, undefined],
    [value(7), { type: 'string' }, 'type'],
    [value(''), { type: 'string' }, undefined],
    [value(null), { value: false }, 'no value'],
    [value(undefined, 'cast'), { value: false, errors: ['cast'] }, 'no value'],
    [value([]), { type: 'string' }, 'type'],
  ])('%j against %j: %s', (answer, outcome, kind) => {
    expect(kindOf(answer, outcome)).toBe(kind);
  });
});

describe('errors', () => {
  it.each<[Answer, Outcome, string | undefined]>([
    [value(0, 'math'), { value: 0, errors: ['math'] }, undefined],
    [value(0, 'cast', 'math'), { value: 0, errors: ['math'] }, undefined],
    [value(0, 'math'), { value: 0, errors: ['cast', 'math'] }, undefined],
    [value(0), { value: 0, errors: ['math'] }, 'no error'],
    [value(0, 'generic'), { value: 0, errors: ['math'] }, 'error'],
    [value(0, 'math'), { value: 0 }, 'error'],
    [value(1, 'math'), { value: 0 }, 'value'],
    [value(0, 'cast'), { value: 0, errors: ['cast'], not: ['math'] }, undefined],
    [value(0, 'cast', 'math'), { value: 0, errors: ['cast'], not: ['math'] }, 'error'],
  ])('%j against %j: %s', (answer, outcome, kind) => {
    expect(kindOf(answer, outcome)).toBe(kind);
  });
});

describe('a parse error', () => {
  it.each<[Answer, Outcome, string | undefined]>([
    [value(undefined, 'parse'), { parseError: true }, undefined],
    [value(false, 'parse'), { parseError: true }, undefined],
    [value(false), { parseError: true }, 'taken'],
    [value(false, 'cast'), { parseError: true }, 'taken'],
    [value(undefined, 'parse'), { value: false }, 'refused'],
    [value(false, 'parse'), { type: 'boolean', errors: ['cast'] }, 'refused'],
    [value(undefined, 'parse'), { error: 'any' }, undefined],
    [value(0, 'math'), { error: 'any' }, undefined],
    [value(0), { error: 'any' }, 'taken'],
  ])('%j against %j: %s', (answer, outcome, kind) => {
    expect(kindOf(answer, outcome)).toBe(kind);
  });
});

describe('several outcomes', () => {
  const values = { complete: 1, 'fail-fast': 0, operator: 0 };

  it('are each right; what is none of them is held against the first', () => {
    expect(kindOf(value(2), { value: 1 }, { value: 2 })).toBeUndefined();
    expect(mismatch(value(undefined, 'parse'), [{ value: false }, { parseError: true }])).toBeUndefined();
    expect(kindOf(value('x'), { value: 1 }, { value: 2 })).toBe('type');
  });

  it('of a mode are its own; where none is declared, any of them', () => {
    const expect_ = { values, errors: ['missingAttribute'] };
    expect(outcomesOf(expect_, 'complete')).toEqual([{ value: 1, errors: ['missingAttribute'] }]);
    expect(outcomesOf(expect_, 'operator')).toEqual([{ value: 0, errors: ['missingAttribute'] }]);
    expect(outcomesOf(expect_)).toEqual([
      { value: 1, errors: ['missingAttribute'] },
      { value: 0, errors: ['missingAttribute'] },
    ]);
    expect(outcomesOf({ oneOf: [expect_, { parseError: true }] }, 'fail-fast')).toEqual([
      { value: 0, errors: ['missingAttribute'] },
      { parseError: true },
    ]);
  });
});

describe('the type of a value', () => {
  it.each([
    [true, 'boolean'],
    ['', 'string'],
    [0, 'integer'],
    [1e10, 'number beyond 32 bits'],
    [0.5, 'number beyond 32 bits'],
    [null, 'value of no type of the language'],
    [{}, 'value of no type of the language'],
  ])('%j: %s', (given, type) => {
    expect(typeOf(given)).toBe(type);
  });
});
