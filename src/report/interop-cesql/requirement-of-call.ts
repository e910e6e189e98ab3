import type { Call } from '../../cesql/types.js';
import { definitionOf, type Part } from './inspect.js';
import { castTo } from './requirement-of-cast.js';

/** The id of the requirement that speaks of a function and its arguments. */
export function requirementOfCall(part: Part): string {
  const node = part.node as Call;
  const definition = definitionOf(node);
  if (definition === undefined) return 'cesql.fn.missing';
  const { operands } = part;
  if (operands.some(({ isMissing }) => isMissing)) return 'cesql.miss.fn';
  const numbers = operands.map(({ value }) => Number(value));
  const own = ofFunction(definition.name, numbers, operands.length, part.errors.length > 0);
  if (own === 'cesql.fn.casts') return own;
  const isCast = operands.some((operand, index) => {
    const type = definition.parameters[index] ?? definition.variadic ?? 'any';
    return type !== 'any' && castTo(type, operand) !== undefined;
  });
  return isCast ? 'cesql.fn.arg-cast' : own;
}

function ofFunction(name: string, [, second = 0, third = 0]: readonly number[], arity: number, fails: boolean): string {
  switch (name) {
    case 'LENGTH':
    case 'CONCAT':
    case 'LOWER':
    case 'UPPER':
    case 'TRIM':
      return `cesql.fn.${name.toLowerCase()}`;
    case 'CONCAT_WS':
      return 'cesql.fn.concat-ws';
    case 'LEFT':
    case 'RIGHT':
      return `cesql.fn.${name.toLowerCase()}${second < 0 ? '-neg' : ''}`;
    case 'ABS':
      return fails ? 'cesql.fn.abs-min' : 'cesql.fn.abs';
    case 'SUBSTRING':
      if (second === 0) return third < 0 ? 'cesql.fn.sub-zero-neg' : 'cesql.fn.sub-zero';
      if (third < 0) return 'cesql.fn.sub-neglen';
      if (fails) return 'cesql.fn.sub-range';
      return arity === 2 ? 'cesql.fn.sub2' : 'cesql.fn.sub3';
    default:
      return 'cesql.fn.casts';
  }
}
