import { cellCode, nameCell } from '../../markdown/code.js';
import { link } from '../../markdown/link.js';
import { markdownTable } from '../../markdown/table.js';
import { CELL_MARKS, casesBehind, GROUP_TITLES } from '../marks.js';
import type { Agreement, Cell, Matrix, Row } from '../types.js';

/** Groups that a reader rarely opens are folded. */
const FOLDED: ReadonlySet<Agreement> = new Set(['agree', 'unseen']);

/** The requirements of one standing as a table; nothing where there are none. */
export function requirementsSection({ subjects, requirements }: Matrix, agreement: Agreement): readonly string[] {
  const rows = requirements.filter((row) => row.agreement === agreement);
  if (rows.length === 0) return [];
  const title = `${GROUP_TITLES[agreement]} (${rows.length})`;
  const table = markdownTable(
    ['Requirement', 'Level', ...subjects.map(({ label }) => nameCell(label))],
    rows.map((row) => [link(cellCode(row.id), row.href), level(row), ...row.cells.map(cellText)]),
  );
  return FOLDED.has(agreement)
    ? ['', '<details>', `<summary>${title}</summary>`, '', ...table, '', '</details>']
    : ['', `### ${title}`, '', ...table];
}

const level = ({ level: name, unscored }: Row): string =>
  unscored === true ? `${name.toUpperCase()}, not scored` : name.toUpperCase();

const cellText = (cell: Cell): string => `${CELL_MARKS[cell.outcome]} ${casesBehind(cell)}`.trimEnd();
