// What goes wrong where an attribute is missing (section 3.2): each takes it for a value, in one kind of place.
import type { MissingOperand, OperandPlace } from '../../../cesql/semantics.js';
import type { CesqlValue } from '../../../cesql/types.js';
import { type Fault, fault } from '../../fault.js';
import { onAnswer, onMissing } from './change.js';

const at =
  (index: number, ...constructs: readonly OperandPlace['construct'][]) =>
  (place: OperandPlace): boolean =>
    constructs.includes(place.construct) && place.index === index;

const as = (value: CesqlValue): MissingOperand => ({ kind: 'value', value });

export const MISSING_FAULTS: readonly Fault[] = [
  fault(
    'cesql.miss.bare/empty',
    'gives the empty string for an attribute that is missing',
    onAnswer((answer, text) => (/^[a-z]+$/.test(text) && answer.errors.length > 0 ? { ...answer, value: '' } : answer)),
  ),
  fault(
    'cesql.miss.bare/silent',
    'tells no error where a missing attribute is the whole expression',
    onMissing(at(0, 'root'), { kind: 'zero', silent: true }),
  ),
  fault(
    'cesql.miss.compare/unequal',
    'finds a missing attribute different from everything',
    onMissing(at(0, '!=', '<>'), as('')),
  ),
  fault(
    'cesql.miss.compare/empty',
    'finds a missing attribute equal to the empty string',
    onMissing(at(0, '='), as('')),
  ),
  fault(
    'cesql.miss.compare/zero',
    'compares 0 in the place of a missing attribute',
    onMissing(at(0, '<', '<=', '>', '>='), as(0)),
  ),
  fault(
    'cesql.miss.right/unequal',
    'finds everything different from a missing attribute',
    onMissing(at(1, '!=', '<>'), as('')),
  ),
  fault(
    'cesql.miss.right/zero',
    'compares with 0 in the place of a missing attribute',
    onMissing(at(1, '<', '<=', '>', '>='), as(0)),
  ),
  fault('cesql.miss.math/zero', 'adds 0 in the place of a missing attribute', onMissing(at(1, '+', '-'), as(0))),
  fault(
    'cesql.miss.math/divisor',
    'divides by 0 in the place of a missing attribute',
    onMissing(at(1, '/', '%'), as(0)),
  ),
  fault(
    'cesql.miss.neg/negated',
    'takes a missing attribute for false, and negates it',
    onMissing(at(0, 'NOT'), as(false)),
  ),
  fault(
    'cesql.miss.neg/silent',
    'tells no error for the minus of a missing attribute',
    onMissing(at(0, '-'), { kind: 'zero', silent: true }),
  ),
  fault(
    'cesql.miss.logic/false',
    'takes a missing attribute on the left of OR and XOR for false',
    onMissing(at(0, 'OR', 'XOR'), as(false)),
  ),
  fault('cesql.miss.like/empty', 'matches a missing attribute as the empty string', onMissing(at(0, 'LIKE'), as(''))),
  fault('cesql.miss.like/not', 'finds that a missing attribute is like nothing', onMissing(at(0, 'NOT LIKE'), as(''))),
  fault(
    'cesql.miss.in/false',
    'looks for false in the place of a missing attribute',
    onMissing(at(0, 'IN'), as(false)),
  ),
  fault('cesql.miss.in/not', 'finds that a missing attribute is in no set', onMissing(at(0, 'NOT IN'), as(''))),
  fault(
    'cesql.miss.fn/empty',
    'hands the empty string to a function in the place of a missing attribute',
    onMissing(({ construct }) => construct === 'call', as('')),
  ),
  fault(
    'cesql.miss.exists/error',
    'tells an error where EXISTS finds nothing',
    onAnswer((answer, text) =>
      /^EXISTS /.test(text) && answer.value === false ? { ...answer, errors: ['missingAttribute'] } : answer,
    ),
  ),
];
