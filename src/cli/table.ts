// Rows of text in aligned columns.
import type { Io } from './io.js';

/** Blanks between two columns. */
const GAP = '  ';

/** Prints rows. A terminal cuts long lines; a file or a pipe gets them whole. */
export function printTable(rows: readonly (readonly string[])[], io: Io): void {
  io.out.write(table(rows, io.out.isTty ? io.out.columns : undefined));
}

/** The rows as lines. A line longer than `width` ends in an ellipsis; without a width nothing is cut. */
export function table(rows: readonly (readonly string[])[], width: number = Number.POSITIVE_INFINITY): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length);
  }
  return rows.map((row) => `${cut(line(row, widths), width)}\n`).join('');
}

const line = (row: readonly string[], widths: readonly number[]): string =>
  row
    .map((cell, index) => cell.padEnd(widths[index] ?? 0))
    .join(GAP)
    .trimEnd();

const cut = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, Math.max(0, width - 1)).trimEnd()}…` : text;
