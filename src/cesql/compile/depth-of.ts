// How deep a tree is: what stands inside or right of an operator is one deeper, what stands left of it is not.
import type { Expression } from '../types.js';

/** The depth of an expression, from 0. Beyond `max` it is no longer measured, and `max + 1`. */
export function depthOf(expression: Expression, max: number): number {
  let deepest = 0;
  const visit = (from: Expression, depth: number): void => {
    if (depth > deepest) deepest = depth;
    for (let node: Expression | undefined = from; node !== undefined && deepest <= max; ) {
      const [left, below]: readonly [Expression | undefined, readonly Expression[]] = partsOf(node);
      for (const one of below) if (deepest <= max) visit(one, depth + 1);
      node = left;
    }
  };
  visit(expression, 0);
  return deepest;
}

function partsOf(node: Expression): readonly [left: Expression | undefined, below: readonly Expression[]] {
  switch (node.kind) {
    case 'literal':
    case 'attribute':
    case 'exists':
      return [undefined, []];
    case 'unary':
      return [undefined, [node.operand]];
    case 'binary':
      return [node.left, [node.right]];
    case 'like':
      return [node.operand, []];
    case 'in':
      return [node.operand, node.set];
    case 'call':
      return [undefined, node.arguments];
  }
}
