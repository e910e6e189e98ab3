// Trees by what they say, without the places they come from; and texts as trees.
import { parse } from '../../../src/cesql/parse.js';
import type { Syntax } from '../../../src/cesql/syntax.js';
import type { Expression } from '../../../src/cesql/types.js';

/** The tree of a text that has to be an expression. */
export function treeOf(text: string, syntax?: Syntax): Expression {
  const parsed = parse(text, {}, syntax);
  if (parsed.kind === 'problem') throw new Error(`${parsed.error.message} at ${parsed.error.position}: ${text}`);
  return parsed.expression;
}

/** A tree as a text with all parentheses, so that grouping shows: `((1 + 2) = 3)`. */
export function grouped(node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return JSON.stringify(node.value);
    case 'attribute':
      return node.name;
    case 'exists':
      return `(EXISTS ${node.name})`;
    case 'unary':
      return `(${node.operator} ${grouped(node.operand)})`;
    case 'binary':
      return `(${grouped(node.left)} ${node.operator} ${grouped(node.right)})`;
    case 'like':
      return `(${grouped(node.operand)}${node.negated ? ' NOT' : ''} LIKE ${JSON.stringify(node.pattern)})`;
    case 'in':
      return `(${grouped(node.operand)}${node.negated ? ' NOT' : ''} IN [${node.set.map(grouped).join(', ')}])`;
    case 'call':
      return `${node.name}[${node.arguments.map(grouped).join(', ')}]`;
  }
}

/** A tree without its spans. */
export function withoutSpans(tree: Expression): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === 'span' ? undefined : value)));
}
