// An engine is its tables: with one entry changed, another answer.
import { describe, expect, it } from 'vitest';
import { DEFAULT_SEMANTICS } from '../../src/cesql/default-semantics.js';
import { DEFAULT_SYNTAX } from '../../src/cesql/default-syntax.js';
import { failure } from '../../src/cesql/problem.js';
import type { Semantics } from '../../src/cesql/semantics.js';
import type { Syntax } from '../../src/cesql/syntax.js';
import type { CesqlValue } from '../../src/cesql/types.js';
import { answer } from './helpers/answer.js';
import { grouped, treeOf } from './helpers/tree.js';

type Change<T> = (table: T) => Partial<T>;

describe('with another semantics', () => {
  const changed = (change: Change<Semantics>): Semantics => ({ ...DEFAULT_SEMANTICS, ...change(DEFAULT_SEMANTICS) });
  const binary =
    (operator: keyof Semantics['binary'], definition: Partial<Semantics['binary']['=']>): Change<Semantics> =>
    ({ binary }) => ({ binary: { ...binary, [operator]: { ...binary[operator], ...definition } } });

  it.each<readonly [string, Change<Semantics>, string, CesqlValue]>([
    ['zero values', () => ({ zero: { boolean: true, integer: 1, string: 'x' } }), 'missing + 1', 1],
    ['casts', ({ cast }) => ({ cast: { ...cast, integer: () => 9 } }), "'x' + 1", 10],
    ['casts of constants', ({ cast }) => ({ cast: { ...cast, string: () => 'x' } }), 'CONCAT(1, TRUE)', 'xx'],
    ['casts of computed values', ({ cast }) => ({ cast: { ...cast, boolean: () => true } }), 'NOT (1 + 1)', false],
    ['attributes', () => ({ attribute: (_, name) => `<${name}>` }), "CONCAT(a, 'b')", '<a>b'],
    ['EXISTS', () => ({ exists: () => true }), 'EXISTS missing', true],
    ['unary operators', ({ unary }) => ({ unary: { ...unary, '-': { ...unary['-'], apply: () => 3 } } }), '- 5', 3],
    ['addition', binary('+', { apply: () => 3 }), '1 + 1', 3],
    ['a left operand that decides', binary('XOR', { decisive: true }), 'TRUE XOR missing', true],
    [
      'none that decides',
      ({ binary: { AND, ...binary } }) => {
        const { decisive: _, ...eager } = AND;
        return { binary: { ...binary, AND: eager } };
      },
      'TRUE AND TRUE',
      true,
    ],
    ['casts of operands', binary('=', { operands: (left) => [left, left] }), "1 = '01'", true],
    ['text order', binary('<', { operands: (x, y) => [x, y], apply: (x, y) => x < y }), "'10' < '9'", true],
    [
      'patterns',
      ({ like }) => ({ like: { ...like, matcher: (pattern) => (value) => value === pattern } }),
      "'a' LIKE '%'",
      false,
    ],
    ['NOT LIKE', ({ like }) => ({ like: { ...like, negate: (matches) => matches } }), "'a' NOT LIKE 'a'", true],
    [
      'the operand of LIKE',
      ({ like }) => ({
        like: { operand: () => 'integer', matcher: () => (value) => value === 5, negate: like.negate },
      }),
      "'05' LIKE ''",
      true,
    ],
    ['elements', (table) => ({ in: { ...table.in, element: (_, element) => element } }), "1 IN ('1')", false],
    ['equality in sets', (table) => ({ in: { ...table.in, equal: () => true } }), '1 IN (2)', true],
    ['NOT IN', (table) => ({ in: { ...table.in, negate: (found) => found } }), '1 NOT IN (1)', true],
    ['functions', () => ({ functions: new Map() }), 'LENGTH(1)', false],
    ['dispatch', ({ dispatch }) => ({ dispatch: (tables, name) => dispatch(tables, name, 1) }), "LENGTH('ab', 'c')", 2],
    ['missing functions', () => ({ missingFunction: () => 7 }), 'NOSUCH()', 7],
  ])('for %s', (_, change, expression, value) => {
    expect(answer(expression, { semantics: changed(change) })[0]).toBe(value);
  });

  it('for missing attributes', () => {
    const value = (construct: string, index: number, instead: CesqlValue, silent = false): Semantics =>
      changed(({ missing }) => ({
        missing: (place) =>
          place.construct === construct && place.index === index
            ? { kind: 'value', value: instead, silent }
            : missing(place),
      }));
    expect(answer('missing', { semantics: value('root', 0, 'x') })).toEqual(['x', 'missingAttribute']);
    expect(answer('missing', { semantics: value('root', 0, 'x', true) })).toEqual(['x']);
    expect(answer('missing != 2', { semantics: value('!=', 0, 0) })).toEqual([true, 'missingAttribute']);
    expect(answer('2 != missing', { semantics: value('!=', 0, 0) })).toEqual([false, 'missingAttribute']);
    expect(answer('2 != missing', { semantics: value('!=', 1, 0) })).toEqual([true, 'missingAttribute']);
    expect(answer('1 / missing', { semantics: value('/', 1, 0) })).toEqual([0, 'missingAttribute', 'math']);
    expect(answer('NOT missing', { semantics: value('NOT', 0, false) })).toEqual([true, 'missingAttribute']);
    expect(answer('missing OR TRUE', { semantics: value('OR', 0, false) })).toEqual([true, 'missingAttribute']);
    expect(answer("missing NOT LIKE 'a'", { semantics: value('NOT LIKE', 0, '') })).toEqual([true, 'missingAttribute']);
    expect(answer('missing NOT IN (1)', { semantics: value('NOT IN', 0, '') })).toEqual([true, 'missingAttribute']);
    expect(answer('1 IN (2, missing)', { semantics: value('IN', 2, 1) })).toEqual([true, 'missingAttribute']);
    expect(answer("CONCAT('a', missing)", { semantics: value('call', 1, 'x') })).toEqual(['ax', 'missingAttribute']);
    const silent = changed(() => ({ missing: () => ({ kind: 'zero', silent: true }) }));
    expect(answer('missing + 1', { semantics: silent })).toEqual([0]);
  });

  it('for errors', () => {
    const math = changed(binary('+', { apply: () => failure(5, 'math', 'no') }));
    expect(answer('1 + 1', { semantics: math })).toEqual([5, 'math']);
    const renamed = changed(() => ({ functionFailure: (_, zero) => failure(zero, 'generic', 'no') }));
    const functions = new Map([['F', [{ name: 'F', parameters: [], result: 'integer' as const, call: () => '' }]]]);
    expect(answer('F()', { semantics: renamed, functions })).toEqual([0, 'generic']);
  });
});

describe('with another syntax', () => {
  const changed = (change: Change<Syntax>): Syntax => ({ ...DEFAULT_SYNTAX, ...change(DEFAULT_SYNTAX) });

  it.each<readonly [string, Change<Syntax>, string, string]>([
    [
      'keywords',
      ({ keyword }) => ({ keyword: (word) => (word === 'and' ? undefined : keyword(word)) }),
      'and AND b',
      '(and AND b)',
    ],
    ['identifiers', () => ({ isIdentifier: () => true }), 'SOURCE = my_ext', '(SOURCE = my_ext)'],
    ['integers', () => ({ integer: (text) => text.length }), '100', '3'],
    ['strings', () => ({ string: (body) => body.toUpperCase() }), "'a' LIKE 'b'", '("A" LIKE "B")'],
    ['space', ({ isSpace }) => ({ isSpace: (code) => code === 0xa0 || isSpace(code) }), '1\u00a0+\u00a01', '(1 + 1)'],
    ['NOT', ({ unary }) => ({ unary: { ...unary, NOT: 2 } }), 'NOT 1 = 2', '(NOT (1 = 2))'],
    ['LIKE', () => ({ like: 8 }), "NOT a LIKE 'b'", '(NOT (a LIKE "b"))'],
    ['IN', () => ({ in: 2 }), '1 + 1 IN (2)', '((1 + 1) IN [2])'],
    ['products', ({ binary }) => ({ binary: { ...binary, '*': 3 } }), '1 + 2 * 3', '((1 + 2) * 3)'],
    ['grouping', () => ({ isRightAssociative: (level) => level === 3 }), '1 - 2 - 3', '(1 - (2 - 3))'],
  ])('for %s', (_, change, text, groups) => {
    expect(grouped(treeOf(text, changed(change)))).toBe(groups);
  });

  it('that refuses', () => {
    const none = changed(() => ({ string: () => undefined }));
    expect(answer("''", { syntax: none })).toEqual([false, 'parse']);
    expect(answer("a LIKE ''", { syntax: none })).toEqual([false, 'parse']);
    expect(answer('1', { syntax: changed(() => ({ integer: () => undefined })) })).toEqual([false, 'parse']);
  });
});
