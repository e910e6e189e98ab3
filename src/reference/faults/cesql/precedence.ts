// What goes wrong with the order of operators (section 3.6): the orders of other languages.
import type { Syntax } from '../../../cesql/syntax.js';
import type { BinaryOperator } from '../../../cesql/types.js';
import { type Fault, fault } from '../../fault.js';
import { onSyntax } from './change.js';

const LOGIC = ['AND', 'OR', 'XOR'] as const;
const SUMS = ['+', '-'] as const;

/** Other levels for some operators. */
const atLevel = (level: (syntax: Syntax) => number, ...operators: readonly BinaryOperator[]): Pick<Fault, 'engine'> =>
  onSyntax((syntax) => ({
    binary: { ...syntax.binary, ...Object.fromEntries(operators.map((operator) => [operator, level(syntax)])) },
  }));

const fromTheRight = (...operators: readonly BinaryOperator[]): Pick<Fault, 'engine'> =>
  onSyntax(({ binary }) => ({
    isRightAssociative: (level) => operators.some((operator) => binary[operator] === level),
  }));

/** AND binds tighter than OR and XOR: all else moves up by a level. */
const andFirst = onSyntax(({ binary, unary, like, in: within, isRightAssociative }) => ({
  binary: Object.fromEntries(
    Object.entries(binary).map(([operator, level]) => [
      operator,
      operator === 'OR' || operator === 'XOR' ? level : level + 1,
    ]),
  ) as Syntax['binary'],
  unary: { NOT: unary.NOT + 1, '-': unary['-'] + 1 },
  like: like + 1,
  in: within + 1,
  isRightAssociative: (level) => isRightAssociative(level - 1),
}));

export const PRECEDENCE_FAULTS: readonly Fault[] = [
  fault(
    'cesql.prec.unary-like/looser',
    'binds NOT and minus looser than LIKE and IN',
    onSyntax(({ in: level }) => ({ unary: { NOT: level, '-': level } })),
  ),
  fault(
    'cesql.prec.not-eq/looser',
    'binds NOT looser than comparisons, as SQL does',
    onSyntax(({ unary, binary }) => ({ unary: { ...unary, NOT: binary['='] } })),
  ),
  fault(
    'cesql.prec.in-math/with-comparisons',
    'binds IN and LIKE as comparisons, as SQL does',
    onSyntax(({ binary }) => ({ in: binary['='], like: binary['='] })),
  ),
  fault(
    'cesql.prec.math/one-level',
    'evaluates all of arithmetic from left to right',
    atLevel(({ binary }) => binary['*'], ...SUMS),
  ),
  fault(
    'cesql.prec.cmp/with-logic',
    'binds != and <> as logic',
    atLevel(({ binary }) => binary.AND, '!=', '<>'),
  ),
  fault(
    'cesql.prec.cmp/with-sums',
    'binds relations as sums',
    atLevel(({ binary }) => binary['+'], '<', '<=', '>', '>='),
  ),
  fault('cesql.prec.left-math/sums', 'groups sums and differences from the right', fromTheRight(...SUMS)),
  fault('cesql.prec.left-math/products', 'groups products and quotients from the right', fromTheRight('*')),
  fault('cesql.prec.left-cmp/right', 'groups comparisons from the right', fromTheRight('=')),
  fault('cesql.prec.left-logic/right', 'groups AND, OR and XOR from the right', fromTheRight(...LOGIC)),
  fault('cesql.prec.left-logic/and-first', 'binds AND tighter than OR and XOR, as C and SQL do', andFirst),
];
