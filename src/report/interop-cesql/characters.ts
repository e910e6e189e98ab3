// Where the text is open about characters and strings: escapes, what a character is, its case, and functions of no table.
import { type Part, partsOf } from './inspect.js';

/** Those that count characters. */
const COUNTING = new Set(['LENGTH', 'LEFT', 'RIGHT', 'SUBSTRING']);

const CASTS = new Set(['INT', 'BOOL', 'STRING']);

/** The positions that speak of the strings in a part, and of a function that no table has. */
export function* textOpenings({ node, operands, value }: Part): Generator<string> {
  if (node.kind === 'literal' && typeof value === 'string' && value.includes('\\')) yield 'A69';
  if (node.kind === 'like') {
    // Only \% and \_ have a meaning, and only where no other backslash stands before them.
    if (/\\/.test(node.pattern.replaceAll(/(?<!\\)\\[%_]/g, ''))) yield 'A69';
    if (node.pattern.includes('_') && [node.pattern, String(operands[0]?.value)].some(isBeyondOneUnit)) yield 'A70';
  }
  if (node.kind !== 'call') return;
  const name = node.name.toUpperCase();
  const texts = operands.map((operand) => String(operand.value));
  if (CASTS.has(name)) yield 'A64';
  if (COUNTING.has(name) && texts.some(isBeyondOneUnit)) yield 'A70';
  if ((name === 'LOWER' || name === 'UPPER') && texts.some(isCaseOpen)) yield 'A78';
  const [, position, length] = operands.map((operand) => Number(operand.value));
  if (name === 'SUBSTRING' && position === 0 && Number(length) < 0) yield 'A74';
}

/** A character that is two units of UTF-16, or several code points that are seen as one. */
const isBeyondOneUnit = (text: string): boolean => /[^\0-\uffff]|\p{M}|\u200d/u.test(text);

/** Whether a text has other letters than those of ASCII, Latin-1 and Cyrillic with one counterpart. */
const isCaseOpen = (text: string): boolean =>
  /[^\0-\x7f\u00c0-\u00d6\u00d8-\u00de\u00e0-\u00f6\u00f8-\u00fe\u0410-\u044f]/u.test(text);

/**
 * Whether the text is silent about a String in an expression: digits of other scripts, characters that normalization
 * changes, white space of old versions of Unicode, and NUL, which not every interface hands over.
 */
export const hasOpenText = (root: Part): boolean =>
  [...partsOf(root)].some(({ value }) => typeof value === 'string' && (isOfOtherDigits(value) || ODD.test(value)));

const isOfOtherDigits = (text: string): boolean => /^[+-]?\p{Nd}+$/u.test(text) && /[^\0-\x7f]/.test(text);

const ODD = /[\p{M}\0\u180e]/u;
