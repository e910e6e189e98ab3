import type { Binary, BinaryOperator } from '../../cesql/types.js';
import type { How } from './compare.js';
import { failsItself, type Part } from './inspect.js';
import { isCutShort } from './openings.js';
import { castTo, typeOf } from './requirement-of-cast.js';

type Family = 'equality' | 'order' | 'arithmetic' | 'logic';

const FAMILIES: Readonly<Record<BinaryOperator, Family>> = {
  '=': 'equality',
  '!=': 'equality',
  '<>': 'equality',
  '<': 'order',
  '<=': 'order',
  '>': 'order',
  '>=': 'order',
  '+': 'arithmetic',
  '-': 'arithmetic',
  '*': 'arithmetic',
  '/': 'arithmetic',
  '%': 'arithmetic',
  AND: 'logic',
  OR: 'logic',
  XOR: 'logic',
};

/** The id of the requirement that speaks of a binary operator and its operands. */
export function requirementOfBinary(part: Part, how: How): string {
  const node = part.node as Binary;
  const family = FAMILIES[node.operator];
  const [left, right] = part.operands;
  if (left === undefined || right === undefined) return 'cesql.parse.nested';
  if (isCutShort(part) && (how === 'error' || how === 'value'))
    return node.operator === 'AND' ? 'cesql.op.short-and' : 'cesql.op.short-or';
  if (left.isMissing || right.isMissing) return ofMissing(family, left.isMissing);
  const nested = ofNested(family, node, left, right);
  if (nested !== undefined) return nested;
  const cast = ofCast(family, left, right);
  return cast ?? ofOperator(node.operator, part);
}

function ofMissing(family: Family, isLeft: boolean): string {
  if (family === 'arithmetic') return 'cesql.miss.math';
  if (family === 'logic') return 'cesql.miss.logic';
  return isLeft ? 'cesql.miss.compare' : 'cesql.miss.right';
}

/** Operators in each other: what is shown then is precedence, or the order of what has the same. */
function ofNested(family: Family, node: Binary, { node: left }: Part, { node: right }: Part): string | undefined {
  const inner = [left, right].find((one): one is Binary => one.kind === 'binary');
  if (inner === undefined) {
    const isLoose = [left, right].some(({ kind }) => kind === 'in' || kind === 'like');
    const isUnary = [left, right].some(({ kind }) => kind === 'unary');
    if (isLoose) return 'cesql.prec.in-math';
    return isUnary && family !== 'arithmetic' ? 'cesql.prec.not-eq' : undefined;
  }
  const other = FAMILIES[inner.operator];
  if (family === 'logic' && other === 'logic') return 'cesql.prec.left-logic';
  if (family === 'arithmetic' && other === 'arithmetic')
    return isProduct(node) === isProduct(inner) ? 'cesql.prec.left-math' : 'cesql.prec.math';
  const isComparison = (one: Family): boolean => one === 'equality' || one === 'order';
  return isComparison(family) && isComparison(other) ? 'cesql.prec.left-cmp' : 'cesql.prec.cmp';
}

const isProduct = ({ operator }: Binary): boolean => operator === '*' || operator === '/' || operator === '%';

function ofCast(family: Family, left: Part, right: Part): string | undefined {
  switch (family) {
    case 'equality':
      return typeOf(left) === typeOf(right) ? undefined : (badCast(typeOf(right), left) ?? 'cesql.cast.right');
    case 'order':
      return castTo('integer', left) === undefined && castTo('integer', right) === undefined
        ? undefined
        : 'cesql.op.rel-string';
    case 'arithmetic':
      return castTo('integer', left) ?? castTo('integer', right);
    case 'logic':
      return castTo('boolean', left) ?? castTo('boolean', right);
  }
}

const badCast = (type: Parameters<typeof castTo>[0], operand: Part): string | undefined => {
  const cast = castTo(type, operand);
  return cast?.endsWith('-bad') === true ? cast : undefined;
};

function ofOperator(operator: BinaryOperator, part: Part): string {
  const isByZero = failsItself(part, 'math') && Number(part.operands[1]?.value) === 0;
  switch (operator) {
    case '=':
      return 'cesql.op.eq';
    case '!=':
    case '<>':
      return 'cesql.op.ne';
    case '<':
    case '<=':
    case '>':
    case '>=':
      return 'cesql.op.rel';
    case '/':
      return isByZero ? 'cesql.op.div-zero' : 'cesql.op.div';
    case '%':
      return isByZero ? 'cesql.op.mod-zero' : 'cesql.op.mod';
    case '+':
    case '-':
    case '*':
      return 'cesql.op.add';
    default:
      return 'cesql.op.logic';
  }
}
