// From the text of an expression to its tree, or to a parse error that points at the place.
import { DEFAULT_SYNTAX } from './default-syntax.js';
import { DEFAULT_LIMITS } from './limits.js';
import { parseExpression } from './parse-expression.js';
import { type Parser, unexpected } from './parser.js';
import { scan } from './scanner.js';
import type { Syntax } from './syntax.js';
import type { CesqlError, Limits, Parsed } from './types.js';

/**
 * Reads an expression (section 2). Never throws. A problem is an error of the kind `parse` with its position; a text
 * beyond the limits is one too.
 */
export function parse(text: string, limits: Partial<Limits> = {}, syntax: Syntax = DEFAULT_SYNTAX): Parsed {
  const { length = DEFAULT_LIMITS.length, depth: maxDepth = DEFAULT_LIMITS.depth } = limits;
  if (typeof text !== 'string') return problem(`an expression is a text, not ${typeof text}`, 0);
  if (text.length > length) return problem(`longer than ${length} UTF-16 units`, length);
  const parser: Parser = {
    scanner: scan(text, syntax),
    maxDepth,
    nested: parseExpression,
    depth: 0,
    problem: undefined,
  };
  try {
    const expression = parseExpression(parser, 1);
    if (expression !== undefined && parser.scanner.token !== 'end') unexpected(parser, 'an operator or the end');
    if (parser.problem !== undefined) return { kind: 'problem', error: parser.problem };
    return expression === undefined ? problem('expected an expression', 0) : { kind: 'parsed', expression };
  } catch {
    // The caller left little of the stack, or set a limit that it does not hold. Nothing more can be called then.
    const message = 'nested deeper than the stack allows';
    return { kind: 'problem', error: { kind: 'parse', message, position: parser.scanner.start } };
  }
}

function problem(message: string, position: number): Parsed {
  const error: CesqlError = { kind: 'parse', message, position };
  return { kind: 'problem', error };
}
