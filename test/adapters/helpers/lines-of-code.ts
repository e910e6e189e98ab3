// An adapter is short enough to be read at a glance. Blank lines and comments make reading easier, so they do not count.
import { readFileSync } from 'node:fs';

/** The lines of a file that are neither blank nor a comment. `comment` is what a line of comment begins with. */
export const linesOfCode = (path: string, comment: '#' | '//'): number =>
  readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith(comment)).length;
