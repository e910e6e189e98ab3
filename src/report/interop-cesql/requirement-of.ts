// The requirement that speaks of what an expression shows: by its outermost construct, and by how the answer differs.
import type { CesqlType } from '../../cesql/types.js';
import { isCoreAttribute } from '../../event/names.js';
import type { How } from './compare.js';
import { failsInside, type Part } from './inspect.js';
import { isOverflow } from './openings.js';
import { requirementOfBinary } from './requirement-of-binary.js';
import { requirementOfCall } from './requirement-of-call.js';
import { castTo, typeOf } from './requirement-of-cast.js';

const REQUIRED = ['id', 'source', 'type', 'specversion'];

/** The id of the requirement. `isSpelt`: the difference goes away where the expression is written plainly. */
export function requirementOf(part: Part, how: How, isSpelt: boolean): string {
  const { node, operands, value, isMissing } = part;
  const [first, ...others] = operands;
  if (isSpelt) return node.kind === 'call' ? 'cesql.lex.fn-case' : 'cesql.lex.keyword-case';
  if (how === 'dies' || how === 'throws' || how === 'refuses' || how === 'protocol') return 'cesql.err.value';
  if (how === 'hangs') return 'cesql.err.total';
  const isLost = how === 'no-error' && operands.some(failsInside);
  switch (node.kind) {
    case 'literal':
      return LITERALS[typeOf(part)];
    case 'attribute':
      if (isMissing) return 'cesql.miss.bare';
      if (REQUIRED.includes(node.name)) return 'cesql.attr.required';
      if (isCoreAttribute(node.name)) return 'cesql.attr.optional';
      return how === 'parse' || typeof value === 'string' ? 'cesql.id.charset' : 'cesql.attr.ext-typed';
    case 'exists':
      return REQUIRED.includes(node.name) ? 'cesql.exists.required' : 'cesql.exists.optional';
    case 'unary': {
      if (isLost) return 'cesql.err.value';
      if (first?.isMissing === true) return 'cesql.miss.neg';
      if (isOverflow(part)) return 'cesql.op.minus-over';
      if (node.operator === 'NOT' && first !== undefined) return castTo('boolean', first) ?? 'cesql.op.not';
      return (first && castTo('integer', first)) ?? 'cesql.op.minus';
    }
    case 'binary':
      return requirementOfBinary(part, how);
    case 'like':
      if (isLost) return 'cesql.err.value';
      if (first?.isMissing === true) return 'cesql.miss.like';
      return requirementOfLike(node.pattern, node.negated, first);
    case 'in':
      if (first?.isMissing === true) return 'cesql.miss.in';
      if (others.some((one) => one.isMissing)) return 'cesql.miss.in-set';
      if (others.some((one) => one.errors.length === 0 && typeOf(one) !== (first && typeOf(first))))
        return 'cesql.in.cast';
      return node.negated ? 'cesql.in.not' : 'cesql.in.match';
    case 'call':
      return requirementOfCall(part);
  }
}

const LITERALS: Readonly<Record<CesqlType, string>> = {
  boolean: 'cesql.lex.bool-case',
  integer: 'cesql.lex.int',
  string: 'cesql.lex.unicode',
};

function requirementOfLike(pattern: string, negated: boolean, first: Part | undefined): string {
  if (first !== undefined && typeOf(first) !== 'string') return 'cesql.like.cast';
  if (negated) return 'cesql.like.not';
  if (/\\[%_]/.test(pattern)) return 'cesql.like.escape';
  if (pattern === '') return 'cesql.like.empty';
  if (pattern.includes('%')) return 'cesql.like.percent';
  return pattern.includes('_') ? 'cesql.like.underscore' : 'cesql.like.literal';
}
