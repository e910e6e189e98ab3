// What the rules of the grammar share while they read: the scanner, how deep they are, and the first problem.
import { advance, type Scanner, type Token, textOf } from './scanner.js';
import type { CesqlError, Expression } from './types.js';
import { named } from './visible.js';

export interface Parser {
  readonly scanner: Scanner;
  readonly maxDepth: number;
  /** Reads an expression whose operators bind at least this tight: operands hold expressions, and these hold operands. */
  readonly nested: (parser: Parser, level: number) => Expression | undefined;
  depth: number;
  problem: CesqlError | undefined;
}

/** Notes a problem. The first one stays. */
export function refuse(parser: Parser, message: string, position: number): undefined {
  parser.problem ??= { kind: 'parse', message, position };
  return undefined;
}

/** Notes that the next token is not what the grammar has here. */
export function unexpected(parser: Parser, expected: string): undefined {
  const { scanner } = parser;
  return refuse(parser, `expected ${expected}, saw ${seen(scanner)}`, scanner.start);
}

/** Takes the next token if it is this one. */
export function take({ scanner }: Parser, token: Token): boolean {
  if (scanner.token !== token) return false;
  advance(scanner);
  return true;
}

/** One level down; false, with a problem, where that is too deep. `leave` comes back up. */
export function enter(parser: Parser): boolean {
  parser.depth += 1;
  if (parser.depth <= parser.maxDepth) return true;
  refuse(parser, `nested deeper than ${parser.maxDepth} levels`, parser.scanner.start);
  return false;
}

export function leave(parser: Parser): void {
  parser.depth -= 1;
}

function seen(scanner: Scanner): string {
  switch (scanner.token) {
    case 'end':
      return 'the end of the expression';
    case 'unclosed':
      return `a string without its closing ${scanner.text.charAt(scanner.start)}: ${named(textOf(scanner))}`;
    case 'string':
      // Other dialects double a quote to escape it.
      return scanner.start === scanner.previousEnd && isQuote(scanner.text.charAt(scanner.start - 1))
        ? `a quote twice; inside a string it is written \\${scanner.text.charAt(scanner.start)}`
        : `the string ${named(textOf(scanner))}`;
    default:
      return named(textOf(scanner));
  }
}

const isQuote = (character: string): boolean => character === "'" || character === '"';
