import { typeName } from './compare.js';
import { definitionOf, type Part } from './inspect.js';

/** Operands that are named; a set or a call can have many alike. */
const MOST = 3;

/** What an expression is, in our words, the same for all of one cause: `NOT of an Integer`. */
export function constructOf(part: Part, isSpelt: boolean): string {
  const root = rootOf(part);
  if (isSpelt) return `the spelling of ${root}`;
  const { operands } = part;
  if (operands.length === 0) return root;
  const [first, ...others] = operands.map(rootOf);
  // The order of what stands left and right of an operator matters; that of a set does not.
  const rest = part.node.kind === 'in' ? [...new Set(others)].sort() : others;
  const shown = [first, ...rest];
  const words = shown.slice(0, MOST).join(' and ');
  return `${root} of ${words}${shown.length > MOST ? ' and more' : ''}`;
}

/** The outermost of it, alone. */
export function rootOf({ node, value, isMissing }: Part): string {
  switch (node.kind) {
    case 'literal':
      return typeName(value);
    case 'attribute':
      return isMissing ? 'a missing attribute' : typeName(value);
    case 'exists':
      return 'EXISTS';
    case 'unary':
      return node.operator === '-' ? 'unary -' : 'NOT';
    case 'binary':
      return node.operator;
    case 'like':
      return node.negated ? 'NOT LIKE' : 'LIKE';
    case 'in':
      return node.negated ? 'NOT IN' : 'IN';
    case 'call':
      return definitionOf(node) === undefined ? 'a missing function' : node.name.toUpperCase();
  }
}
