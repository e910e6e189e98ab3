// What goes wrong in arithmetic (sections 3.4.1 and 3.4.2).
import { type Fault, fault } from '../../fault.js';
import { onBinary, onSemantics } from './change.js';

export const ARITHMETIC_FAULTS: readonly Fault[] = [
  fault(
    'cesql.op.minus/boolean',
    'takes the minus of a Boolean for NOT',
    onSemantics(({ unary }) => ({
      unary: {
        ...unary,
        '-': {
          ...unary['-'],
          operand: (type) => (type === 'boolean' ? 'boolean' : 'integer'),
          apply: (value) => (typeof value === 'boolean' ? !value : unary['-'].apply(value)),
        },
      },
    })),
  ),
  fault(
    'cesql.op.add/single-precision',
    'multiplies in single precision',
    onBinary(['*'], (definition) => ({
      ...definition,
      apply: (x: number, y: number) => definition.apply(Math.fround(x * y), 1),
    })),
  ),
  fault(
    'cesql.op.add/wrong-way',
    'subtracts the smaller operand from the larger one',
    onBinary(['-'], (definition) => ({
      ...definition,
      apply: (x: number, y: number) => (x >= 0 && y > x ? y - x : definition.apply(x, y)),
    })),
  ),
  fault(
    'cesql.op.div/floor',
    'rounds a quotient down',
    onBinary(['/'], (definition) => ({
      ...definition,
      apply: (x: number, y: number) => definition.apply(Math.floor(x / y) || x, y === 0 || x / y === 0 ? y : 1),
    })),
  ),
  fault(
    'cesql.op.div/rounded',
    'rounds a quotient to the nearest integer',
    onBinary(['/'], (definition) => ({
      ...definition,
      apply: (x: number, y: number) => (y === 0 ? definition.apply(x, y) : definition.apply(Math.round(x / y), 1)),
    })),
  ),
  fault(
    'cesql.op.div-zero/nothing',
    'finds no error in the division of 0 by 0',
    onBinary(['/'], (definition) => ({
      ...definition,
      apply: (x, y) => (x === 0 && y === 0 ? 0 : definition.apply(x, y)),
    })),
  ),
  fault(
    'cesql.op.mod/floor',
    'gives a remainder the sign of the divisor',
    onBinary(['%'], (definition) => ({
      ...definition,
      apply: (x: number, y: number) => (y === 0 ? definition.apply(x, y) : definition.apply((x % y) + y, y)),
    })),
  ),
  fault(
    'cesql.op.mod-zero/nothing',
    'finds no error in the remainder of 0 by 0',
    onBinary(['%'], (definition) => ({
      ...definition,
      apply: (x, y) => (x === 0 && y === 0 ? 0 : definition.apply(x, y)),
    })),
  ),
  fault(
    'cesql.op.math-cast/joined',
    'joins two Strings instead of adding what they say',
    onBinary(['+'], (definition) => ({
      ...definition,
      operands: (left, right) => (left === 'string' && right === 'string' ? [left, right] : ['integer', 'integer']),
      apply: (x, y) => (typeof x === 'string' ? `${x}${y}` : definition.apply(x, y)),
    })),
  ),
  fault(
    'cesql.op.math-cast/no-booleans',
    'subtracts nothing from a Boolean',
    onBinary(['-'], (definition, { cast }) => ({
      ...definition,
      operands: (left) => [left === 'boolean' ? left : 'integer', 'integer'],
      apply: (x, y) => (typeof x === 'boolean' ? cast.integer(String(x)) : definition.apply(x, y)),
    })),
  ),
];
