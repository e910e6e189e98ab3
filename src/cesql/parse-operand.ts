// Operands: literals, attributes, EXISTS, function calls, and expressions in parentheses (sections 2.1, 2.2 and 2.4).
import { enter, leave, type Parser, refuse, take, unexpected } from './parser.js';
import { advance, isDigitsAt, textOf } from './scanner.js';
import type { Expression } from './types.js';
import { named } from './visible.js';

const FUNCTION_NAME = /^[A-Za-z][A-Za-z_]*$/;

/** Reads an operand, or notes a problem. */
export function parseOperand(parser: Parser): Expression | undefined {
  const { scanner } = parser;
  switch (scanner.token) {
    case 'word':
      return parseWord(parser);
    case 'string':
      return parseString(parser);
    case '(':
      return parseParentheses(parser);
    case 'EXISTS':
      return parseExists(parser);
    case 'TRUE':
    case 'FALSE': {
      const { start, end, token } = scanner;
      advance(scanner);
      return { kind: 'literal', value: token === 'TRUE', span: { start, end } };
    }
    case '+':
      if (isDigitsAt(scanner.text, scanner.end)) return parseSigned(parser);
      return refuse(parser, 'expected an operand, saw +; there is no unary plus', scanner.start);
    default:
      return unexpected(parser, 'an operand');
  }
}

/** Reads an integer whose sign is the next token: it belongs to the literal where it stands directly before the digits. */
export function parseSigned(parser: Parser): Expression | undefined {
  const { scanner } = parser;
  const { start } = scanner;
  advance(scanner);
  return parseInteger(parser, start);
}

/** Reads expressions between commas up to a closing parenthesis, behind the opening one. */
export function parseList(parser: Parser): readonly Expression[] | undefined {
  const list: Expression[] = [];
  if (!enter(parser)) return undefined;
  do {
    const expression = parser.nested(parser, 1);
    if (expression === undefined) return undefined;
    list.push(expression);
  } while (take(parser, ','));
  leave(parser);
  return take(parser, ')') ? list : unexpected(parser, 'an operator, a comma or )');
}

function parseWord(parser: Parser): Expression | undefined {
  const { scanner } = parser;
  const { start, end, word: name } = scanner;
  if (isDigitsAt(scanner.text, start)) return parseInteger(parser, start);
  advance(scanner);
  if (scanner.token === '(') return parseCall(parser, name, start);
  if (scanner.syntax.isIdentifier(name)) return { kind: 'attribute', name, span: { start, end } };
  return refuse(parser, `${named(name)} names no attribute: names are of lower-case letters and digits`, start);
}

function parseInteger(parser: Parser, start: number): Expression | undefined {
  const { scanner } = parser;
  const { text, end } = scanner;
  const value = scanner.syntax.integer(text.slice(start, end));
  if (value === undefined) return refuse(parser, `${named(text.slice(start, end))} is no integer of 32 bits`, start);
  advance(scanner);
  return { kind: 'literal', value, span: { start, end } };
}

function parseString(parser: Parser): Expression | undefined {
  const { scanner } = parser;
  const { text, start, end } = scanner;
  const value = scanner.syntax.string(text.slice(start + 1, end - 1), text.charAt(start));
  if (value === undefined) return refuse(parser, `${named(textOf(scanner))} is no string`, start);
  advance(scanner);
  return { kind: 'literal', value, span: { start, end } };
}

function parseParentheses(parser: Parser): Expression | undefined {
  advance(parser.scanner);
  if (!enter(parser)) return undefined;
  const expression = parser.nested(parser, 1);
  if (expression === undefined) return undefined;
  leave(parser);
  return take(parser, ')') ? expression : unexpected(parser, 'an operator or )');
}

function parseExists(parser: Parser): Expression | undefined {
  const { scanner } = parser;
  const { start } = scanner;
  advance(scanner);
  const { end, word: name } = scanner;
  if (scanner.token !== 'word' || !scanner.syntax.isIdentifier(name) || isDigitsAt(scanner.text, scanner.start))
    return unexpected(parser, 'the name of an attribute, of lower-case letters and digits');
  advance(scanner);
  return { kind: 'exists', name, span: { start, end } };
}

function parseCall(parser: Parser, name: string, start: number): Expression | undefined {
  const { scanner } = parser;
  if (!FUNCTION_NAME.test(name))
    return refuse(parser, `${named(name)} names no function: names are of letters and underscores`, start);
  advance(scanner);
  const list = take(parser, ')') ? [] : parseList(parser);
  if (list === undefined) return undefined;
  return { kind: 'call', name, arguments: list, span: { start, end: scanner.previousEnd } };
}
