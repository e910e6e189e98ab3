import type { Binary, BinaryOperator } from '../../cesql/types.js';
import type { How } from './compare.js';
import { failsInside, failsItself, type Part } from './inspect.js';
import { isCutShort, isOverflow } from './openings.js';
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
  if (isOverflow(part)) return node.operator === '/' ? 'cesql.op.div-over' : 'cesql.op.overflow';
  if (family === 'equality' && how === 'value' && failsItself(part, 'cast')) return 'cesql.cast.eq-error';
  return ofLost(node.operator, how, part) ?? ofCast(family, left, right) ?? ofOperator(node.operator, part);
}

function ofMissing(family: Family, isLeft: boolean): string {
  if (family === 'arithmetic') return 'cesql.miss.math';
  if (family === 'logic') return 'cesql.miss.logic';
  return isLeft ? 'cesql.miss.compare' : 'cesql.miss.right';
}

/** An error of an operand that is itself an operator or a call, and that does not come out. */
function ofLost(operator: BinaryOperator, how: How, { operands }: Part): string | undefined {
  const failing = operands.findIndex(failsInside);
  if (how !== 'no-error' || failing === -1) return undefined;
  if (operator === 'XOR') return 'cesql.op.xor-both';
  const isRightOfLogic = failing === 1 && (operator === 'AND' || operator === 'OR');
  return isRightOfLogic ? 'cesql.op.short-not' : 'cesql.err.value';
}

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
