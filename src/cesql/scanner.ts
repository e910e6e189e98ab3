// Cuts the text of an expression into tokens, one at a time, without looking back.
import type { Keyword, Syntax } from './syntax.js';
import type { BinaryOperator } from './types.js';

/**
 * `word`: letters, digits and underscores that are no keyword. `unclosed`: a string without its second quote. `unknown`:
 * a character that begins no token.
 */
export type Token = Keyword | BinaryOperator | '(' | ')' | ',' | 'word' | 'string' | 'unclosed' | 'unknown' | 'end';

/** The token that is next, and where it stands. `previousEnd` is where the one before it ended. */
export interface Scanner {
  readonly text: string;
  readonly syntax: Syntax;
  token: Token;
  start: number;
  end: number;
  previousEnd: number;
  /** The text of the last word, keyword or not. */
  word: string;
}

/** A scanner at the first token. */
export function scan(text: string, syntax: Syntax): Scanner {
  const scanner: Scanner = { text, syntax, token: 'end', start: 0, end: 0, previousEnd: 0, word: '' };
  advance(scanner);
  return scanner;
}

/** Goes on to the next token. */
export function advance(scanner: Scanner): void {
  const { text, syntax } = scanner;
  let start = scanner.end;
  scanner.previousEnd = start;
  while (start < text.length && syntax.isSpace(text.charCodeAt(start))) start++;
  scanner.start = start;
  if (start === text.length) {
    scanner.end = start;
    scanner.token = 'end';
    return;
  }
  const code = text.charCodeAt(start);
  if (isWordCode(code)) readWord(scanner);
  else if (code === SINGLE_QUOTE || code === DOUBLE_QUOTE) readString(scanner, code);
  else readSymbol(scanner);
}

/** The text of the token. */
export function textOf(scanner: Scanner): string {
  return scanner.text.slice(scanner.start, scanner.end);
}

/** Whether the text at an offset is a word of digits alone. */
export function isDigitsAt(text: string, offset: number): boolean {
  let at = offset;
  while (isDigit(text.charCodeAt(at))) at++;
  return at > offset && !isWordCode(text.charCodeAt(at));
}

const SINGLE_QUOTE = 39;
const DOUBLE_QUOTE = 34;
const BACKSLASH = 92;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || isDigit(code) || (code >= 65 && code <= 90) || code === 95;
}

function readWord(scanner: Scanner): void {
  const { text, start } = scanner;
  let end = start + 1;
  while (isWordCode(text.charCodeAt(end))) end++;
  scanner.end = end;
  scanner.word = text.slice(start, end);
  scanner.token = scanner.syntax.keyword(scanner.word) ?? 'word';
}

function readString(scanner: Scanner, quote: number): void {
  const { text, start } = scanner;
  let end = start + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === quote) break;
    if (code === BACKSLASH) end++;
  }
  scanner.token = end < text.length ? 'string' : 'unclosed';
  scanner.end = Math.min(end + 1, text.length);
}

function readSymbol(scanner: Scanner): void {
  const { text, start } = scanner;
  const two = text.slice(start, start + 2);
  if (two === '<>' || two === '!=' || two === '<=' || two === '>=') {
    scanner.token = two;
    scanner.end = start + 2;
    return;
  }
  scanner.token = SYMBOLS.get(text.charAt(start)) ?? 'unknown';
  // A character beyond the first plane is two units, and named as one.
  scanner.end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
}

const SYMBOLS: ReadonlyMap<string, Token> = new Map(
  (['=', '<', '>', '+', '-', '*', '/', '%', '(', ')', ','] as const).map((symbol) => [symbol, symbol]),
);
