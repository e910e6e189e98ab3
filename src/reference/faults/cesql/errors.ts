// What goes wrong with errors, and with the types of what comes out (sections 3.1 and 3.3).
import { failure } from '../../../cesql/problem.js';
import { type Fault, fault } from '../../fault.js';
import { onAnswer, onBinary, refuses } from './change.js';

export const ERROR_FAULTS: readonly Fault[] = [
  fault(
    'cesql.type.result/first-operand',
    'gives the operand that decides AND or OR as it is, as scripting languages do',
    onBinary(['AND', 'OR'], (definition) => ({
      ...definition,
      operands: (left, right) => (left === 'integer' && right === 'integer' ? [left, right] : ['boolean', 'boolean']),
      apply: (left, right) => (typeof left === 'number' ? left || right : definition.apply(left, right)),
    })),
  ),
  fault(
    'cesql.type.int-range/doubles',
    'adds beyond 32 bits',
    onBinary(['+', '-'], (definition) => ({
      ...definition,
      apply: (x: number, y: number) => {
        const sum = definition.apply(x, y);
        return typeof sum === 'object' ? Number(x) + Number(y) : sum;
      },
    })),
  ),
  fault(
    'cesql.type.int-range/large-products',
    'multiplies beyond 32 bits',
    onBinary(['*'], (definition) => ({ ...definition, apply: (x: number, y: number) => x * y + 0 })),
  ),
  fault(
    'cesql.err.kinds/remainder',
    'tells the remainder of a division by zero as an error of no kind',
    onBinary(['%'], (definition) => ({
      ...definition,
      apply: (x, y) => (y === 0 ? failure(0, 'generic', 'a remainder of nothing') : definition.apply(x, y)),
    })),
  ),
  fault(
    'cesql.err.value/none',
    'gives no value where there are errors of more than one kind',
    onAnswer(({ value, errors }) => ({
      ...(new Set(errors).size > 1 || value === undefined ? {} : { value }),
      errors,
    })),
  ),
  fault(
    'cesql.err.zero/left-out',
    'leaves a factor out of a product that is no number',
    onBinary(['*'], (definition, { cast }) => ({
      ...definition,
      operands: (left) => [left, 'integer'],
      apply: (x, y) => {
        const left = typeof x === 'number' ? x : cast.integer(x);
        return typeof left === 'object' ? { ...left, value: y } : definition.apply(left, y);
      },
    })),
  ),
  fault(
    'cesql.err.total/long',
    'gives up over more than a hundred operators',
    onAnswer((answer, text) =>
      text.split(/ (?:AND|OR|\+) /, 102).length > 101 ? { value: false, errors: ['generic'] } : answer,
    ),
  ),
  fault(
    'cesql.err.total/deep',
    'refuses a hundred operators within each other',
    refuses((text) => /(?:NOT |1 \+ \(){100}/.test(text)),
  ),
];
