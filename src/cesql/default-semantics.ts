// The semantics of CESQL 1.0.0, section 3.
import { add, divide, multiply, negate, remainder, subtract } from './arithmetic.js';
import { attributeOf } from './attribute.js';
import { toBoolean, toInteger, toText } from './casts.js';
import { BUILT_INS } from './functions/built-ins.js';
import { dispatch } from './functions/table.js';
import { likeMatcher } from './like.js';
import { failure, type Outcome } from './problem.js';
import type { BinaryDefinition, Semantics } from './semantics.js';
import type { CesqlType, CesqlValue } from './types.js';
import { named } from './visible.js';

export const DEFAULT_SEMANTICS: Semantics = {
  zero: { boolean: false, integer: 0, string: '' },
  cast: { boolean: toBoolean, integer: toInteger, string: toText },
  attribute: attributeOf,
  exists: (event, name) => attributeOf(event, name) !== undefined,
  missing: () => ({ kind: 'zero' }),
  unary: {
    NOT: { result: 'boolean', operand: () => 'boolean', apply: (value: boolean) => !value },
    '-': { result: 'integer', operand: () => 'integer', apply: negate },
  },
  binary: {
    '+': onIntegers('integer', add),
    '-': onIntegers('integer', subtract),
    '*': onIntegers('integer', multiply),
    '/': onIntegers('integer', divide),
    '%': onIntegers('integer', remainder),
    '=': equality((x, y) => x === y),
    '!=': equality((x, y) => x !== y),
    '<>': equality((x, y) => x !== y),
    '<': onIntegers('boolean', (x, y) => x < y),
    '<=': onIntegers('boolean', (x, y) => x <= y),
    '>': onIntegers('boolean', (x, y) => x > y),
    '>=': onIntegers('boolean', (x, y) => x >= y),
    AND: { ...onBooleans((x, y) => x && y), decisive: false },
    OR: { ...onBooleans((x, y) => x || y), decisive: true },
    XOR: onBooleans((x, y) => x !== y),
  },
  like: { operand: () => 'string', matcher: likeMatcher, negate: (matches) => !matches },
  in: { element: (left) => left, equal: (x, y) => x === y, negate: (found) => !found },
  functions: BUILT_INS,
  dispatch,
  missingFunction: (name, arity) =>
    failure(
      false,
      'missingFunction',
      `no function ${named(name)} takes ${arity} ${arity === 1 ? 'argument' : 'arguments'}`,
    ),
  functionFailure: (name, zero, errors) => {
    if (errors.some(({ kind }) => kind === 'functionEvaluation')) return { value: zero, errors };
    const problem = { kind: 'functionEvaluation', message: `${named(name)} gave no value of its type` } as const;
    return { value: zero, errors: [problem, ...errors] };
  },
};

function onIntegers(result: CesqlType, apply: (x: number, y: number) => Outcome): BinaryDefinition {
  return { result, operands: () => ['integer', 'integer'], apply };
}

function onBooleans(apply: (x: boolean, y: boolean) => boolean): BinaryDefinition {
  return { result: 'boolean', operands: () => ['boolean', 'boolean'], apply };
}

/** The operators that are defined on all types: the right operand's type decides (section 3.7). */
function equality(apply: (x: CesqlValue, y: CesqlValue) => boolean): BinaryDefinition {
  return { result: 'boolean', operands: (_, right) => [right, right], apply };
}
