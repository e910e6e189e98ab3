import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/cesql/evaluate.js';
import { print } from '../../../src/cesql/print.js';
import type { CesqlErrorKind, Expression } from '../../../src/cesql/types.js';
import { validate } from '../../../src/event/validate.js';
import { expressions } from '../../../src/generate/expression/expressions.js';
import { nodesOf } from '../../../src/generate/expression/nodes.js';
import type { Posed } from '../../../src/generate/expression/posed.js';
import { textOf } from '../../../src/generate/expression/spell.js';
import { sample } from '../../../src/generate/sample.js';
import { obeysTheLaws } from '../helpers/laws.js';

const some = (posed: Posed, is: (node: Expression) => boolean): boolean => [...nodesOf(posed.expression)].some(is);
const literalIs = (posed: Posed, is: (value: unknown) => boolean): boolean =>
  some(posed, (node) => node.kind === 'literal' && is(node.value));
const fails = (posed: Posed, kind: CesqlErrorKind): boolean =>
  evaluate(textOf(posed), posed.event, { mode: 'complete' }).errors.some((error) => error.kind === kind);
const depthOf = (node: Expression): number =>
  1 + Math.max(-1, ...[...nodesOf(node)].slice(1).map((inner) => depthOf(inner)));

const isLegal = (posed: Posed): boolean =>
  validate(posed.event, '1.0.2').length === 0 &&
  evaluate(textOf(posed), posed.event).errors.every(({ kind }) => kind !== 'parse');

describe('an expression with its event', () => {
  obeysTheLaws(expressions(), {
    isLegal,
    kinds: {
      'a literal alone': ({ expression }) => expression.kind === 'literal',
      'an attribute that is there': (posed) =>
        some(posed, (node) => node.kind === 'attribute' && posed.event.attributes.has(node.name)),
      'an attribute that is not': (posed) =>
        some(posed, (node) => node.kind === 'attribute' && !posed.event.attributes.has(node.name)),
      'the highest Integer': (posed) => literalIs(posed, (value) => value === 2147483647),
      'the lowest Integer': (posed) => literalIs(posed, (value) => value === -2147483648),
      'a string that is a number': (posed) => literalIs(posed, (value) => /^[+-]?\d+$/.test(String(value))),
      'a Boolean word in odd case': (posed) => literalIs(posed, (value) => value === 'tRuE'),
      'a quote': (posed) => literalIs(posed, (value) => String(value).includes("'")),
      'a backslash': (posed) => literalIs(posed, (value) => String(value).includes('\\')),
      'a character of two units': (posed) => literalIs(posed, (value) => /[^\0-\uffff]/u.test(String(value))),
      EXISTS: (posed) => some(posed, ({ kind }) => kind === 'exists'),
      'NOT LIKE with a wildcard': (posed) =>
        some(posed, (node) => node.kind === 'like' && node.negated && node.pattern.includes('%')),
      'LIKE with an escape': (posed) => some(posed, (node) => node.kind === 'like' && /\\[%_]/.test(node.pattern)),
      'a set of several': (posed) => some(posed, (node) => node.kind === 'in' && node.set.length > 2),
      'an unknown function': (posed) => some(posed, (node) => node.kind === 'call' && node.name === 'NOSUCH'),
      'CONCAT of nothing': (posed) => some(posed, (node) => node.kind === 'call' && node.arguments.length === 0),
      'a math error': (posed) => fails(posed, 'math'),
      'a cast error': (posed) => fails(posed, 'cast'),
      'a missing attribute': (posed) => fails(posed, 'missingAttribute'),
      'a missing function': (posed) => fails(posed, 'missingFunction'),
      'a function that fails': (posed) => fails(posed, 'functionEvaluation'),
      'no error in something deep': (posed) =>
        depthOf(posed.expression) === 4 && evaluate(textOf(posed), posed.event).errors.length === 0,
    },
    isSmall: ({ expression, event, spelling }) =>
      print(expression) === 'FALSE' && event.attributes.size === 4 && spelling === 0,
  });

  it('is as deep as it is told, and no deeper', () => {
    const deepest = (depth: number): number =>
      Math.max(...sample(expressions({ depth }), 'deep', 300).map(({ expression }) => depthOf(expression)));
    expect([deepest(0), deepest(1), deepest(3)]).toEqual([0, 1, 3]);
  });

  it('speaks about the attributes that it is told, the required ones and a missing one', () => {
    const sources = [{ name: 'only', type: 'integer', values: fc.constant(7) }] as const;
    const drawn = sample(expressions({ attributes: sources }), 'named', 500);
    const names = drawn.flatMap(({ expression }) =>
      [...nodesOf(expression)].flatMap((node) => (node.kind === 'attribute' ? [node.name] : [])),
    );
    expect([...new Set(names)].sort()).toEqual(['id', 'missing', 'only', 'source', 'specversion', 'type']);
    expect(drawn.some(({ event }) => event.attributes.get('only') === 7)).toBe(true);
    expect(drawn.some(({ event }) => !event.attributes.has('only'))).toBe(true);
  });
});

describe('a well-typed expression', () => {
  it('has no cast and no missing function: what it can lack are attributes, and what can fail are values', () => {
    const kinds = new Set<CesqlErrorKind>();
    fc.assert(
      fc.property(expressions({ wellTyped: true }), (posed) => {
        for (const { kind } of evaluate(textOf(posed), posed.event, { mode: 'complete' }).errors) kinds.add(kind);
        return some(posed, () => true) && !fails(posed, 'missingFunction');
      }),
      { numRuns: 2000, seed: 3 },
    );
    // The casts of INT and BOOL are asked for, and the only ones: their arguments have the types that they give.
    expect([...kinds].sort()).toEqual(['functionEvaluation', 'math', 'missingAttribute']);
  });
});

describe('the seed', () => {
  it('gives these, until the generator changes', () => {
    expect(sample(expressions(), 'snapshot', 24).map(textOf)).toMatchSnapshot();
  });
});
