// Text for xmlbuilder2 that comes out as what it says. The library takes what looks like an entity for one, both when it reads a text and
// when it writes it: an ampersand is escaped once for each.
import { oneLine } from '../page/one-line.js';
import { inert } from '../text/inert.js';

/** Foreign text on one line: what XML 1.0 forbids, what would hide, and what a log of CI would obey, is shown as escapes. */
export const xmlText = (text: string, max: number): string => xmlLines([inert(oneLine(text, max))]);

/** Lines of safe text. */
export const xmlLines = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replaceAll(/[\ufffe\uffff]/g, escaped)
    .replaceAll('&', '&amp;amp;');

const escaped = (character: string): string => `\\u{${character.charCodeAt(0).toString(16)}}`;
