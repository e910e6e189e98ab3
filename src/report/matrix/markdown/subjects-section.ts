import { cellCode, code, nameCell } from '../../markdown/code.js';
import { prose } from '../../markdown/prose.js';
import { markdownTable } from '../../markdown/table.js';
import { VERDICT_MARKS } from '../marks.js';
import { dayOf, notesOf, OBSERVATIONS } from '../notes.js';
import type { Matrix, ProfileCell } from '../types.js';

/** A line for each subject: its verdict, what it amounts to in each profile, and what limits the report. */
export function subjectsSection(matrix: Matrix): readonly string[] {
  const { subjects, profiles } = matrix;
  const head = ['Subject', 'Verdict', ...profiles.map(({ id }) => cellCode(id)), 'Observed', 'Judged on', 'Notes'];
  const rows = subjects.map((subject, index) => [
    nameCell(subject.label),
    `${VERDICT_MARKS[subject.verdict]} ${subject.verdict}`,
    ...profiles.map(({ cells }) => profileText(cells[index])),
    OBSERVATIONS[subject.observation],
    dayOf(subject),
    notesOf(subject, matrix)
      .map(({ text, foreign }) => (foreign === undefined ? text : `${text} ${cellCode(foreign)}`))
      .join('; '),
  ]);
  return [
    ...markdownTable(head, rows),
    '',
    'A profile shows how many of its MUST requirements were verified, of those that apply.',
    ...profiles.flatMap(({ id, title }) => (title === undefined ? [] : [`${code(id)}: ${prose(title)}.`])),
  ];
}

function profileText(cell: ProfileCell | undefined): string {
  if (cell === undefined || cell.kind === 'unseen') return '∅ not seen';
  const { verdict, verified, applicable, failed } = cell;
  return `${VERDICT_MARKS[verdict]} ${verified}/${applicable}${failed === 0 ? '' : `, ${failed} failed`}`;
}
