import { oneLine } from '../page/one-line.js';

/** Text that XML 1.0 can hold, on one line: what it forbids, and what would hide, is shown as escapes. */
export const xmlText = (text: string, max: number): string => noncharacters(oneLine(text, max));

/** The same of text that is safe already, with its line ends. */
export const noncharacters = (text: string): string =>
  text.replaceAll(/[\ufffe\uffff]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
