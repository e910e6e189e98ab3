// From a tree back to a text that reads as the same tree, with no more parentheses than it needs. Pieces wait on a stack
// of their own, so no tree is too deep.
import { DEFAULT_SYNTAX } from './default-syntax.js';
import { quote } from './quote.js';
import type { CesqlValue, Expression } from './types.js';

/** A text, or an expression that stands where only operators of at least a level can, without parentheses. */
type Piece = string | { readonly expression: Expression; readonly level: number };

const { unary, binary, like: LIKE, in: IN } = DEFAULT_SYNTAX;
const OPERAND = 1 + Math.max(...Object.values(unary), ...Object.values(binary), LIKE, IN);

/**
 * The text of an expression. It parses to an equal tree, spans aside, if the tree could come from a text: names are those
 * of the grammar, integers have 32 bits, and strings have a literal (`hasLiteral`).
 */
export function print(expression: Expression): string {
  const texts: string[] = [];
  const pieces: Piece[] = [{ expression, level: 1 }];
  for (let piece = pieces.pop(); piece !== undefined; piece = pieces.pop()) {
    if (typeof piece === 'string') texts.push(piece);
    else {
      const inner = piecesOf(piece.expression);
      const isLoose = levelOf(piece.expression) < piece.level;
      if (isLoose) pieces.push(')');
      for (const one of inner.toReversed()) pieces.push(one);
      if (isLoose) pieces.push('(');
    }
  }
  return texts.join('');
}

function levelOf(expression: Expression): number {
  switch (expression.kind) {
    case 'unary':
      return unary[expression.operator];
    case 'binary':
      return binary[expression.operator];
    case 'like':
      return LIKE;
    case 'in':
      return IN;
    default:
      return OPERAND;
  }
}

function piecesOf(expression: Expression): readonly Piece[] {
  switch (expression.kind) {
    case 'literal':
      return [literal(expression.value)];
    case 'attribute':
      return [expression.name];
    case 'exists':
      return [`EXISTS ${expression.name}`];
    case 'unary':
      // A minus directly before digits would become a part of the literal.
      return [
        expression.operator === 'NOT' ? 'NOT ' : beginsWithDigit(expression.operand) ? '- ' : '-',
        { expression: expression.operand, level: unary[expression.operator] },
      ];
    case 'binary': {
      const level = binary[expression.operator];
      const { left, right } = expression;
      return [{ expression: left, level }, ` ${expression.operator} `, { expression: right, level: level + 1 }];
    }
    case 'like': {
      const operator = expression.negated ? ' NOT LIKE ' : ' LIKE ';
      return [{ expression: expression.operand, level: LIKE }, operator, literal(expression.pattern)];
    }
    case 'in': {
      const operator = expression.negated ? ' NOT IN (' : ' IN (';
      return [{ expression: expression.operand, level: IN }, operator, ...listed(expression.set), ')'];
    }
    case 'call':
      return [`${expression.name}(`, ...listed(expression.arguments), ')'];
  }
}

function listed(expressions: readonly Expression[]): readonly Piece[] {
  return expressions.flatMap((expression, index): readonly Piece[] =>
    index === 0 ? [{ expression, level: 1 }] : [', ', { expression, level: 1 }],
  );
}

function literal(value: CesqlValue): string {
  switch (typeof value) {
    case 'boolean':
      return value ? 'TRUE' : 'FALSE';
    case 'number':
      return String(value);
    case 'string':
      // The nearest there is, for a string that no text can hold.
      return quote(value) ?? `'${value.replaceAll("'", "\\'")}'`;
  }
}

const beginsWithDigit = (expression: Expression): boolean =>
  (expression.kind === 'literal' && typeof expression.value === 'number' && expression.value >= 0) ||
  (expression.kind === 'attribute' && /^[0-9]/.test(expression.name));
