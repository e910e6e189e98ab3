// A page that may not be longer than so much: each block keeps its head, and of its rows as many as there is room for.
import { count } from '../../text/layout.js';

export interface Block {
  readonly head: readonly string[];
  readonly rows: readonly string[];
  readonly foot: readonly string[];
}

/** The blocks as text of at most `most` bytes of UTF-8, as far as their heads fit. Earlier blocks are served first. */
export function within(blocks: readonly Block[], most: number): string {
  const frames = blocks.reduce((sum, { head, rows, foot }) => sum + bytes([...head, more(rows.length), ...foot]), 0);
  let left = most - frames;
  const lines = blocks.flatMap(({ head, rows, foot }) => {
    const shown: string[] = [];
    for (const row of rows) {
      const size = bytes([row]);
      if (size > left) break;
      left -= size;
      shown.push(row);
    }
    const rest = rows.length - shown.length;
    return [...head, ...shown, ...(rest === 0 ? [] : ['', more(rest)]), ...foot];
  });
  return `${lines.join('\n')}\n`;
}

const more = (rows: number): string => `… and ${count(rows, 'more row')}; \`--format json\` has them all.`;

// Each line has an end, and what is left out a blank line before it.
const bytes = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 2, 0);
