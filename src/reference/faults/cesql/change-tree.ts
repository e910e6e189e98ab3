// Changes of what was parsed. As the evaluator does, it goes through what leans to the left in a loop: chains are long.
import type { Binary, Expression, In, Like } from '../../../cesql/types.js';

type Leaning = Binary | Like | In;

/** Changes every node of a tree, operands before what holds them. */
export function changeTree(expression: Expression, change: (node: Expression) => Expression): Expression {
  const leaning: Leaning[] = [];
  let first = expression;
  for (let left = leftOf(first); left !== undefined; left = leftOf(first)) {
    leaning.push(first as Leaning);
    first = left;
  }
  return leaning.reduceRight((left, node) => change(over(node, left, change)), change(inside(first, change)));
}

function leftOf(expression: Expression): Expression | undefined {
  if (expression.kind === 'binary') return expression.left;
  return expression.kind === 'like' || expression.kind === 'in' ? expression.operand : undefined;
}

function over(node: Leaning, left: Expression, change: (node: Expression) => Expression): Expression {
  switch (node.kind) {
    case 'binary':
      return { ...node, left, right: changeTree(node.right, change) };
    case 'like':
      return { ...node, operand: left };
    case 'in':
      return { ...node, operand: left, set: node.set.map((element) => changeTree(element, change)) };
  }
}

function inside(node: Expression, change: (node: Expression) => Expression): Expression {
  switch (node.kind) {
    case 'unary':
      return { ...node, operand: changeTree(node.operand, change) };
    case 'call':
      return { ...node, arguments: node.arguments.map((argument) => changeTree(argument, change)) };
    default:
      return node;
  }
}
