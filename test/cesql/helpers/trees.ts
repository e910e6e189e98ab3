// Small trees of every kind, drawn at random.
import fc from 'fast-check';
import { hasLiteral } from '../../../src/cesql/quote.js';
import type { Binary, CesqlValue, Expression } from '../../../src/cesql/types.js';

const span = { start: 0, end: 0 };

const OPERATORS: readonly Binary['operator'][] = [
  ...(['=', '!=', '<>', '<', '<=', '>', '>=', '+', '-', '*', '/', '%', 'AND', 'OR', 'XOR'] as const),
];

const text = fc.string({ unit: fc.constantFrom('a', '1', '%', '_', '\\', "'", '"', '🙂', ' '), maxLength: 6 });

const value: fc.Arbitrary<CesqlValue> = fc.oneof(
  fc.boolean(),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(2147483647, -2147483648),
  text.filter(hasLiteral),
  fc.constantFrom('true', 'FALSE', '12', '-1'),
);

const name = fc.constantFrom('id', 'myint', 'mybool', 'mytext', 'number', 'empty', 'missing', '1a');

const called = fc.constantFrom('ABS', 'length', 'Concat', 'CONCAT_WS', 'LEFT', 'SUBSTRING', 'INT', 'NOSUCH');

/** Any tree that a text can have. */
export const anyTree: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    value.map((one): Expression => ({ kind: 'literal', value: one, span })),
    name.map((one): Expression => ({ kind: 'attribute', name: one, span })),
    name.map((one): Expression => ({ kind: 'exists', name: one, span })),
    fc
      .tuple(fc.constantFrom('NOT' as const, '-' as const), tie('tree'))
      .map(([operator, operand]): Expression => ({ kind: 'unary', operator, operand, span })),
    fc
      .tuple(fc.constantFrom(...OPERATORS), tie('tree'), tie('tree'))
      .map(([operator, left, right]): Expression => ({ kind: 'binary', operator, left, right, span })),
    fc
      .tuple(tie('tree'), text.filter(hasLiteral), fc.boolean())
      .map(([operand, pattern, negated]): Expression => ({ kind: 'like', operand, pattern, negated, span })),
    fc
      .tuple(tie('tree'), fc.array(tie('tree'), { minLength: 1, maxLength: 3 }), fc.boolean())
      .map(([operand, set, negated]): Expression => ({ kind: 'in', operand, set, negated, span })),
    fc
      .tuple(called, fc.array(tie('tree'), { maxLength: 3 }))
      .map(([one, list]): Expression => ({ kind: 'call', name: one, arguments: list, span })),
  ),
})).tree;
