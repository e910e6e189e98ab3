// What goes wrong with comparisons (section 3.4.2).
import type { CesqlValue } from '../../../cesql/types.js';
import { type Fault, fault } from '../../fault.js';
import { onBinary } from './change.js';

/** A value as SQL compares CHAR: blanks at the end do not matter. */
const padded = (value: CesqlValue): CesqlValue => (typeof value === 'string' ? value.replace(/ +$/, '') : value);

export const COMPARISON_FAULTS: readonly Fault[] = [
  fault(
    'cesql.op.eq/padded',
    'finds Strings equal that differ in blanks at the end, as SQL does',
    onBinary(['='], (definition) => ({ ...definition, apply: (x, y) => padded(x) === padded(y) })),
  ),
  fault(
    'cesql.op.eq/single-precision',
    'compares Integers in single precision',
    onBinary(['='], (definition) => ({
      ...definition,
      apply: (x, y) => (typeof x === 'number' ? Math.fround(x) === Math.fround(Number(y)) : x === y),
    })),
  ),
  fault(
    'cesql.op.ne/padded',
    'finds no difference between Strings that differ in blanks at the end, as SQL does',
    onBinary(['!=', '<>'], (definition) => ({ ...definition, apply: (x, y) => padded(x) !== padded(y) })),
  ),
  fault(
    'cesql.op.ne/ordered',
    'takes <> for less or greater by the order of Integers, in which no Boolean stands',
    onBinary(['<>'], (definition) => ({
      ...definition,
      apply: (x, y) => (typeof x === 'boolean' ? false : definition.apply(x, y)),
    })),
  ),
  fault(
    'cesql.op.rel/difference',
    'compares by the sign of the difference, which wraps at 32 bits',
    onBinary(['<', '>'], (definition) => ({
      ...definition,
      apply: (x: number, y: number) => definition.apply((x - y) | 0, 0),
    })),
  ),
  fault(
    'cesql.op.rel-string/text',
    'compares two Strings by the order of their characters',
    onBinary(['<', '<=', '>', '>='], (definition) => ({
      ...definition,
      operands: (left, right) => (left === 'string' && right === 'string' ? [left, right] : ['integer', 'integer']),
    })),
  ),
];
