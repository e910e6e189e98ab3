// Operators by precedence climbing (sections 2.3 and 3.6). What stands left of an operator is read before it in a loop,
// so chains take no stack; what stands inside or right of one does, and counts as depth.
import { parseList, parseOperand, parseSigned } from './parse-operand.js';
import { enter, leave, type Parser, refuse, take, unexpected } from './parser.js';
import { advance, isDigitsAt, textOf } from './scanner.js';
import type { BinaryOperator, Expression, UnaryOperator } from './types.js';
import { named } from './visible.js';

/** Reads an expression whose operators bind at least this tight, or notes a problem. */
export function parseExpression(parser: Parser, level: number): Expression | undefined {
  const { scanner } = parser;
  const { syntax, start } = scanner;
  let left = parsePrefix(parser);
  while (left !== undefined) {
    switch (scanner.token) {
      case 'NOT':
      case 'LIKE':
      case 'IN': {
        const negated = scanner.token === 'NOT';
        const operator = negated ? tokenBehind(parser) : scanner.token;
        if (operator !== 'LIKE' && operator !== 'IN') {
          advance(scanner);
          return unexpected(parser, 'LIKE or IN behind NOT');
        }
        if ((operator === 'LIKE' ? syntax.like : syntax.in) < level) return left;
        if (negated) advance(scanner);
        advance(scanner);
        left = operator === 'LIKE' ? parseLike(parser, left, negated, start) : parseIn(parser, left, negated, start);
        break;
      }
      case '=':
      case '!=':
      case '<>':
      case '<':
      case '<=':
      case '>':
      case '>=':
      case '+':
      case '-':
      case '*':
      case '/':
      case '%':
      case 'AND':
      case 'OR':
      case 'XOR':
        if (syntax.binary[scanner.token] < level) return left;
        left = parseBinary(parser, left, scanner.token, start);
        break;
      default:
        return left;
    }
  }
  return undefined;
}

function parsePrefix(parser: Parser): Expression | undefined {
  const { scanner } = parser;
  if (scanner.token === 'NOT') return parseUnary(parser, 'NOT');
  if (scanner.token !== '-') return parseOperand(parser);
  return isDigitsAt(scanner.text, scanner.end) ? parseSigned(parser) : parseUnary(parser, '-');
}

function parseUnary(parser: Parser, operator: UnaryOperator): Expression | undefined {
  const { scanner } = parser;
  const { start } = scanner;
  advance(scanner);
  if (!enter(parser)) return undefined;
  const operand = parseExpression(parser, scanner.syntax.unary[operator]);
  if (operand === undefined) return undefined;
  leave(parser);
  return { kind: 'unary', operator, operand, span: { start, end: scanner.previousEnd } };
}

function parseBinary(
  parser: Parser,
  left: Expression,
  operator: BinaryOperator,
  start: number,
): Expression | undefined {
  const { scanner } = parser;
  const level = scanner.syntax.binary[operator];
  advance(scanner);
  if (!enter(parser)) return undefined;
  const right = parseExpression(parser, scanner.syntax.isRightAssociative(level) ? level : level + 1);
  if (right === undefined) return undefined;
  leave(parser);
  return { kind: 'binary', operator, left, right, span: { start, end: scanner.previousEnd } };
}

function parseLike(parser: Parser, operand: Expression, negated: boolean, start: number): Expression | undefined {
  const { scanner } = parser;
  if (scanner.token !== 'string') return unexpected(parser, 'a string literal as the pattern of LIKE');
  const literal = textOf(scanner);
  const pattern = scanner.syntax.string(literal.slice(1, -1), literal.charAt(0));
  if (pattern === undefined) return refuse(parser, `${named(literal)} is no string`, scanner.start);
  advance(scanner);
  return { kind: 'like', operand, pattern, negated, span: { start, end: scanner.previousEnd } };
}

function parseIn(parser: Parser, operand: Expression, negated: boolean, start: number): Expression | undefined {
  const { scanner } = parser;
  if (!take(parser, '(')) return unexpected(parser, 'a set in parentheses behind IN');
  const set = parseList(parser);
  if (set === undefined) return undefined;
  return { kind: 'in', operand, set, negated, span: { start, end: scanner.previousEnd } };
}

/** The token behind the next one. */
function tokenBehind({ scanner }: Parser): string {
  const ahead = { ...scanner };
  advance(ahead);
  return ahead.token;
}
