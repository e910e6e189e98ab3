import { safe } from '../../report/text/safe.js';

/** The text with every code point that could hide or move something as an escape. Line ends and tabs stay. */
export const visible = (text: string): string =>
  text
    .split(/([\n\t])/)
    .map(unlessSpace)
    .join('');

const unlessSpace = (piece: string): string => (piece === '\n' || piece === '\t' ? piece : safe(piece));
