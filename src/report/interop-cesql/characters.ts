// Where the text is open about characters and strings: escapes, what a character is, its case, and functions of no table.
import type { Part } from './inspect.js';

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
  if (name === 'SUBSTRING' && Number(texts[1]) === 0 && Number(texts[2]) < 0) yield 'A74';
}

/** A character that is two units of UTF-16, or several code points that are seen as one. */
const isBeyondOneUnit = (text: string): boolean => /[^\0-\uffff]|\p{M}|\u200d/u.test(text);

/** Whether a text has other letters than those of ASCII, Latin-1 and Cyrillic with one counterpart. */
const isCaseOpen = (text: string): boolean =>
  /[^\0-\x7f\u00c0-\u00d6\u00d8-\u00de\u00e0-\u00f6\u00f8-\u00fe\u0410-\u044f]/u.test(text);
