// The error modes are one language: they part at the first error, and not before.
import { describe, expect, test } from 'vitest';
import { BUILT_INS } from '../../../src/cesql/functions/built-ins.js';
import { dispatch } from '../../../src/cesql/functions/table.js';
import type { CesqlType, Expression } from '../../../src/cesql/types.js';
import { countOf, evaluated, holdsFor, MODES } from './helpers/posed.js';

const DEEP = { depth: 4 } as const;

/** The type that an expression has by its form; undefined for an attribute, whose type the event decides. */
function typeOf(node: Expression): CesqlType | undefined {
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'number' ? 'integer' : typeof node.value === 'string' ? 'string' : 'boolean';
    case 'attribute':
      return undefined;
    case 'unary':
      return node.operator === '-' ? 'integer' : 'boolean';
    case 'binary':
      return ['+', '-', '*', '/', '%'].includes(node.operator) ? 'integer' : 'boolean';
    case 'call':
      return dispatch([BUILT_INS], node.name, node.arguments.length)?.result ?? 'boolean';
    default:
      return 'boolean';
  }
}

describe('an expression', () => {
  test('without an error in one mode has none in the others, and the same value', () => {
    holdsFor(({ expression, event }) => {
      const came = MODES.map((mode) => evaluated(expression, event, mode));
      expect(new Set(came.map(({ errors }) => errors.length === 0)).size).toBe(1);
      if (came[0]?.errors.length === 0) for (const one of came) expect(one).toEqual(came[0]);
    }, DEEP);
    const isClean = ({ expression, event }: Parameters<Parameters<typeof holdsFor>[0]>[0]): boolean =>
      evaluated(expression, event, 'complete').errors.length === 0;
    const clean = countOf(isClean, DEEP);
    expect(clean > 100 && clean < 500, String(clean)).toBe(true);
  });

  test('with errors has the same first one in every mode', () => {
    holdsFor(({ expression, event }) => {
      const [complete, fast, operator] = MODES.map((mode) => evaluated(expression, event, mode).errors);
      expect(fast).toEqual(complete?.slice(0, 1));
      expect(operator?.slice(0, 1)).toEqual(fast);
    }, DEEP);
  });

  test('with an error is the zero value of its type in fail-fast mode, of a Boolean where only the event knows the type', () => {
    holdsFor(({ expression, event }) => {
      const { value, errors } = evaluated(expression, event, 'fail-fast');
      if (errors.length === 0) return;
      expect(value).toBe({ boolean: false, integer: 0, string: '' }[typeOf(expression) ?? 'boolean']);
    }, DEEP);
  });

  test.each(MODES)('in the mode %s is of its type, Integers within 32 bits, and never minus zero', (mode) => {
    holdsFor(({ expression, event }) => {
      const { value } = evaluated(expression, event, mode);
      const type = typeOf(expression);
      if (typeof value === 'number') expect(Object.is(value, value | 0)).toBe(true);
      const seen = typeof value === 'number' ? 'integer' : typeof value;
      if (type !== undefined) expect(seen).toBe(type);
      else expect(['boolean', 'integer', 'string']).toContain(seen);
    }, DEEP);
  });

  test.each(MODES)('in the mode %s has errors of the kinds that can arise in an evaluation', (mode) => {
    const kinds = new Set<string>();
    holdsFor(({ expression, event }) => {
      for (const kind of evaluated(expression, event, mode).errors) kinds.add(kind);
    }, DEEP);
    // No parse error behind the parser, and nothing that has no name.
    expect([...kinds].sort()).toEqual(['cast', 'functionEvaluation', 'math', 'missingAttribute', 'missingFunction']);
  });
});
