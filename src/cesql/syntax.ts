// What the parser asks for each rule of section 2 and of precedence (3.6), so that a fault of a parser is a table with
// one entry changed.
import type { BinaryOperator, UnaryOperator } from './types.js';

export type Keyword = 'NOT' | 'AND' | 'OR' | 'XOR' | 'LIKE' | 'EXISTS' | 'IN' | 'TRUE' | 'FALSE';

export interface Syntax {
  /** The keyword that a word is, if it is one. */
  readonly keyword: (word: string) => Keyword | undefined;
  /** Whether a word of letters, digits and underscores names an attribute. */
  readonly isIdentifier: (word: string) => boolean;
  /** The Integer of digits with an optional sign, or undefined if it is out of range. */
  readonly integer: (text: string) => number | undefined;
  /** The String of what stands between two quotes, or undefined if it is none. */
  readonly string: (body: string, quote: string) => string | undefined;
  /** Whether the character of a code unit separates tokens and means nothing. */
  readonly isSpace: (code: number) => boolean;
  /** How tight an operator binds; the higher the tighter, from 1. */
  readonly unary: Readonly<Record<UnaryOperator, number>>;
  readonly like: number;
  readonly in: number;
  readonly binary: Readonly<Record<BinaryOperator, number>>;
  /** Whether operators of this level group from the right. */
  readonly isRightAssociative: (level: number) => boolean;
}
