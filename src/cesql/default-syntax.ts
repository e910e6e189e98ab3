// The syntax of CESQL 1.0.0, sections 2 and 3.6.
import { isInteger } from '../event/integer.js';
import type { Keyword, Syntax } from './syntax.js';

/** Keywords by their first letter, in lower case: no two have the same. */
const KEYWORDS: ReadonlyMap<number, Keyword> = new Map(
  (['NOT', 'AND', 'OR', 'XOR', 'LIKE', 'EXISTS', 'IN', 'TRUE', 'FALSE'] as const).map((word) => [
    word.toLowerCase().charCodeAt(0),
    word,
  ]),
);

/** What a capital letter of ASCII lacks. */
const LOWER_CASE_BIT = 32;

const IDENTIFIER = /^[a-z0-9]+$/;

const [TAB, LINE_FEED, CARRIAGE_RETURN, SPACE] = [9, 10, 13, 32];

// Section 3.6: what stands earlier in its list binds tighter. EXISTS takes a name, and so needs no level.
const LOGIC = 1;
const COMPARISON = 2;
const SUM = 3;
const PRODUCT = 4;
const IN = 5;
const LIKE = 6;
const UNARY = 7;

export const DEFAULT_SYNTAX: Syntax = {
  // Section 2: keywords ignore case.
  keyword: (word) => {
    const keyword = KEYWORDS.get(word.charCodeAt(0) | LOWER_CASE_BIT);
    return keyword?.length === word.length && word.toUpperCase() === keyword ? keyword : undefined;
  },
  isIdentifier: (word) => IDENTIFIER.test(word),
  integer: (text) => {
    // Adding zero keeps the minus of -0 out.
    const value = Number(text) + 0;
    return isInteger(value) ? value : undefined;
  },
  // A backslash escapes the quote that the literal has; before anything else both characters stay (position A69).
  string: (body, quote) => (body.includes('\\') ? body.replace(/\\(.)/gs, unescapeQuote(quote)) : body),
  isSpace: (code) => code === SPACE || code === LINE_FEED || code === TAB || code === CARRIAGE_RETURN,
  unary: { NOT: UNARY, '-': UNARY },
  like: LIKE,
  in: IN,
  binary: {
    '*': PRODUCT,
    '/': PRODUCT,
    '%': PRODUCT,
    '+': SUM,
    '-': SUM,
    '=': COMPARISON,
    '!=': COMPARISON,
    '<>': COMPARISON,
    '<': COMPARISON,
    '<=': COMPARISON,
    '>': COMPARISON,
    '>=': COMPARISON,
    AND: LOGIC,
    OR: LOGIC,
    XOR: LOGIC,
  },
  isRightAssociative: () => false,
};

function unescapeQuote(quote: string): (pair: string, character: string) => string {
  return (pair, character) => (character === quote ? quote : pair);
}
