// What goes wrong with NOT, AND, OR and XOR (sections 3.4 and 3.6).
import type { BinaryOperator } from '../../../cesql/types.js';
import { type Fault, fault } from '../../fault.js';
import { onBinary, onMissing, onTree } from './change.js';

const evaluatesBoth = (operator: BinaryOperator): Pick<Fault, 'engine'> =>
  onBinary([operator], ({ decisive: _, ...definition }) => definition);

/** Tells no error where an attribute is missing on the right. */
const silentRight = (operators: readonly string[]): Pick<Fault, 'engine'> =>
  onMissing(({ construct, index }) => index === 1 && operators.includes(construct), { kind: 'zero', silent: true });

export const LOGIC_FAULTS: readonly Fault[] = [
  fault(
    'cesql.op.not/twice',
    'takes NOT NOT for one NOT',
    onTree((node) =>
      node.kind === 'unary' &&
      node.operator === 'NOT' &&
      node.operand.kind === 'unary' &&
      node.operand.operator === 'NOT'
        ? node.operand
        : node,
    ),
  ),
  fault(
    'cesql.op.logic/inclusive',
    'takes XOR for OR',
    onBinary(['XOR'], (definition) => ({ ...definition, apply: (x: boolean, y: boolean) => x || y })),
  ),
  fault(
    'cesql.op.logic-cast/below-zero',
    'takes an Integer below 0 on the right of OR for false',
    onBinary(['OR'], (definition) => ({
      ...definition,
      operands: (_, right) => ['boolean', right === 'integer' ? right : 'boolean'],
      apply: (x, y) => definition.apply(x, typeof y === 'number' ? y > 0 : y),
    })),
  ),
  fault('cesql.op.short-and/both', 'evaluates both operands of AND', evaluatesBoth('AND')),
  fault('cesql.op.short-or/both', 'evaluates both operands of OR', evaluatesBoth('OR')),
  fault(
    'cesql.op.short-not/forgotten',
    'forgets that an attribute is missing on the right of AND and OR',
    silentRight(['AND', 'OR']),
  ),
  fault(
    'cesql.op.xor-both/forgotten',
    'forgets that an attribute is missing on the right of XOR',
    silentRight(['XOR']),
  ),
];
