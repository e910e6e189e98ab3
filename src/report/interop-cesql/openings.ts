// Where the text is open about what stands in an expression (suites/positions.json). Rather one position too many: nobody
// is accused of what only our reading says.
import type { CesqlErrorKind } from '../../cesql/types.js';
import { textOpenings } from './characters.js';
import type { How } from './compare.js';
import { failsItself, type Part, partsOf } from './inspect.js';

/** The language is total (section 1): an evaluation ends with a value, whatever happens. */
const NO_ANSWER: readonly How[] = ['dies', 'hangs', 'throws', 'refuses', 'protocol'];

const ARITHMETIC = ['+', '-', '*', '/', '%'];

/** The positions that speak of an expression, given how an answer about it differs. */
export function openingsOf(root: Part, how: How): ReadonlySet<string> {
  const found = new Set<string>();
  // Whatever is open about a value, there is one.
  if (NO_ANSWER.includes(how)) return found;
  for (const part of partsOf(root)) for (const one of openingsAt(part, how)) found.add(one);
  return found;
}

function* openingsAt(part: Part, how: How): Generator<string> {
  yield* textOpenings(part);
  const { node, operands } = part;
  switch (node.kind) {
    case 'unary':
      if (isOverflow(part)) yield 'A65';
      return;
    case 'binary':
      if (isOverflow(part)) yield 'A65';
      if (isEquality(node.operator) && failsItself(part, 'cast') && how === 'value') yield 'A67';
      if (isCutShort(part) && (how === 'error' || how === 'parse') && isBadAtOnce(operands[1])) yield 'A72';
      return;
    case 'like':
      if (node.negated && operands[0]?.isMissing === true && how === 'value') yield 'A66';
      return;
    case 'in': {
      const [left, ...elements] = operands;
      if (node.negated && left?.isMissing === true && how === 'value') yield 'A66';
      if (failsItself(part, 'cast') || elements.some(({ errors }) => errors.length > 0)) yield 'A73';
      return;
    }
    case 'call':
      if (fails(part, 'missingFunction') && how === 'parse') yield 'A72';
      return;
    default:
      return;
  }
}

const fails = (part: Part | undefined, ...kinds: readonly CesqlErrorKind[]): boolean =>
  part?.errors.some((kind) => kinds.includes(kind)) === true;

/** What fails whatever the event is, and so can be found when the expression is compiled. */
const isBadAtOnce = (part: Part | undefined): boolean =>
  part !== undefined && (fails(part, 'missingFunction', 'cast') || isNoBoolean(part));

const isEquality = (operator: string): boolean => ['=', '!=', '<>', '<', '<=', '>', '>='].includes(operator);

/** Arithmetic that leaves the range of 32 bits; a division by zero does not. */
export function isOverflow(part: Part): boolean {
  const { node, operands } = part;
  if (!failsItself(part, 'math')) return false;
  if (node.kind === 'unary') return node.operator === '-';
  if (node.kind !== 'binary' || !ARITHMETIC.includes(node.operator)) return false;
  return (node.operator !== '/' && node.operator !== '%') || Number(operands[1]?.value) !== 0;
}

/** AND and OR whose left operand decides. */
export function isCutShort({ node, operands: [left] }: Part): boolean {
  if (node.kind !== 'binary' || left === undefined || left.errors.length > 0 || isNoBoolean(left)) return false;
  const isTrue = String(left.value).toLowerCase() === 'true' || (typeof left.value === 'number' && left.value !== 0);
  return node.operator === 'AND' ? !isTrue : node.operator === 'OR' && isTrue;
}

/** A String that cannot be cast to a Boolean. */
const isNoBoolean = ({ value }: Part): boolean => typeof value === 'string' && !/^(?:true|false)$/i.test(value);
