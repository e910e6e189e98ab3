// Nodes of syntax trees that come from no text: their spans are empty.
import type {
  Attribute,
  Binary,
  BinaryOperator,
  Call,
  CesqlValue,
  Exists,
  Expression,
  In,
  Like,
  Literal,
  Span,
  Unary,
  UnaryOperator,
} from '../../cesql/types.js';

const span: Span = { start: 0, end: 0 };

export const literal = (value: CesqlValue): Literal => ({ kind: 'literal', value, span });

export const attribute = (name: string): Attribute => ({ kind: 'attribute', name, span });

export const unary = (operator: UnaryOperator, operand: Expression): Unary => ({
  kind: 'unary',
  operator,
  operand,
  span,
});

export const binary = (operator: BinaryOperator, left: Expression, right: Expression): Binary => ({
  kind: 'binary',
  operator,
  left,
  right,
  span,
});

export const like = (operand: Expression, pattern: string, negated: boolean): Like => ({
  kind: 'like',
  operand,
  pattern,
  negated,
  span,
});

export const exists = (name: string): Exists => ({ kind: 'exists', name, span });

export const isIn = (operand: Expression, set: readonly Expression[], negated: boolean): In => ({
  kind: 'in',
  operand,
  set,
  negated,
  span,
});

export const call = (name: string, ...list: readonly Expression[]): Call => ({
  kind: 'call',
  name,
  arguments: list,
  span,
});

/** The parts of a node, in the order in which they stand. */
export function childrenOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'literal':
    case 'attribute':
    case 'exists':
      return [];
    case 'unary':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'like':
      return [node.operand];
    case 'in':
      return [node.operand, ...node.set];
    case 'call':
      return node.arguments;
  }
}

/** The node with other parts, as many as it has. */
export function withChildren(node: Expression, children: readonly Expression[]): Expression {
  const [first = node, second = node] = children;
  switch (node.kind) {
    case 'literal':
    case 'attribute':
    case 'exists':
      return node;
    case 'unary':
      return { ...node, operand: first };
    case 'binary':
      return { ...node, left: first, right: second };
    case 'like':
      return { ...node, operand: first };
    case 'in':
      return { ...node, operand: first, set: children.slice(1) };
    case 'call':
      return { ...node, arguments: children };
  }
}

/** A node and all that is in it, the node first. */
export function* nodesOf(node: Expression): Generator<Expression> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesOf(child);
}
