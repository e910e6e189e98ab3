// Foreign text in Markdown. A code span is the one place where GitHub reads nothing into text: no markup, no HTML, no
// link, no mention, no reference to an issue or a commit.
import { oneLine } from '../page/one-line.js';

/** Longest foreign text that a page repeats, in characters. */
const MOST = 300;

/** The text as a code span, on one line. */
export function code(text: string, max: number = MOST): string {
  const line = oneLine(text, max);
  if (line === '') return '(empty)';
  // The fence is longer than any run of backticks inside; a blank keeps a backtick at either end from joining it.
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const gap = /^`|`$/.test(line) ? ' ' : '';
  return `${fence}${gap}${line}${gap}${fence}`;
}

/** A code span for a cell of a table, where a bar would end the cell even inside of one. */
export const cellCode = (text: string, max: number = MOST): string =>
  code(oneLine(text, max).replaceAll('|', '\\u{7c}'), max);

/** Words that need no code span: nothing in them can be read as anything but words. */
const PLAIN = /^(?!.*\bwww\.)(?!.*\bgh-\d)[a-z0-9]+(?:[ .-][a-z0-9]+)*$/i;

/** A name: as it is where it is plain, else as a code span for a cell. */
export const nameCell = (text: string): string => (PLAIN.test(text) ? text : cellCode(text));
