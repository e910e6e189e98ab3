import { nameCell } from '../../markdown/code.js';
import { markdownTable } from '../../markdown/table.js';
import { CELL_MARKS, MODE_TITLES, share } from '../marks.js';
import type { Cell, Interop, ModeTable } from '../types.js';

/** A table of encoders by decoders for each mode. */
export const modesSection = ({ modes, subjects }: Interop): readonly string[] =>
  modes.flatMap((mode) => [
    '',
    `### ${MODE_TITLES[mode.mode]}`,
    '',
    ...markdownTable(['Encoder', ...subjects.map(({ id }) => nameCell(id))], rows(mode)),
  ]);

const rows = ({ rows: all }: ModeTable): readonly (readonly string[])[] =>
  all.map(({ encoder, cells }) => [nameCell(encoder), ...cells.map(cellText)]);

const cellText = (cell: Cell): string => `${CELL_MARKS[cell.outcome]} ${share(cell)}`.trimEnd();
