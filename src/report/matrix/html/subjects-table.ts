import { type Html, html } from '../../page/html.js';
import { oneLine } from '../../page/one-line.js';
import { VERDICT_MARKS } from '../marks.js';
import { dayOf, notesOf, OBSERVATIONS } from '../notes.js';
import type { Matrix, ProfileCell, Subject } from '../types.js';

/** Longest foreign text of a note, in characters. */
const MOST = 200;

/** A row for each subject: its verdict, each profile, and what limits the report. */
export const subjectsTable = (matrix: Matrix): Html => html`
<div class="scroll" role="region" aria-labelledby="subjects" tabindex="0">
<table class="subjects">
<thead><tr><th scope="col">Subject</th><th scope="col">Verdict</th>${matrix.profiles.map(
  ({ id, title }) =>
    html`<th scope="col"${title === undefined ? '' : html` title="${title}"`}>${oneLine(id, MOST)}</th>`,
)}<th scope="col">Observed</th><th scope="col">Judged on</th>${hasNotes(matrix) ? html`<th scope="col">Notes</th>` : ''}</tr></thead>
<tbody>${matrix.subjects.map((subject, index) => row(subject, index, matrix))}</tbody>
</table>
</div>
<p class="dim small">A profile shows how many of its MUST requirements were verified, of those that apply to the subject.${matrix.profiles.map(
  ({ id, title }) => (title === undefined ? '' : html` <b>${id}</b>: ${title}.`),
)}</p>`;

const row = (subject: Subject, index: number, matrix: Matrix): Html => html`
<tr><th scope="row">${subject.label}</th><td class="verdict ${subject.verdict}">${mark(VERDICT_MARKS[subject.verdict])} ${subject.verdict}</td>${matrix.profiles.map(
  ({ cells }) => profile(cells[index]),
)}<td>${OBSERVATIONS[subject.observation]}</td><td>${dayOf(subject)}</td>${
  hasNotes(matrix) ? html`<td class="text">${notes(subject, matrix)}</td>` : ''
}</tr>`;

function profile(cell: ProfileCell | undefined): Html {
  if (cell === undefined || cell.kind === 'unseen') return html`<td class="dim">not seen${why(cell?.reveal)}</td>`;
  const { verdict, verified, applicable, failed, reason } = cell;
  return html`<td class="verdict ${verdict}">${mark(VERDICT_MARKS[verdict])} ${verified}/${applicable}${
    failed === 0 ? '' : `, ${failed} failed`
  }<span class="hidden"> (${verdict})</span>${why(verdict === 'inconclusive' ? reason : undefined)}</td>`;
}

const why = (text: string | undefined): Html | undefined =>
  text === undefined ? undefined : html`<small class="text dim">${oneLine(text, MOST)}</small>`;

const notes = (subject: Subject, matrix: Matrix): readonly Html[] =>
  notesOf(subject, matrix).map(
    ({ text, foreign }) => html`<div>${text}${foreign === undefined ? '' : ` ${oneLine(foreign, MOST)}`}</div>`,
  );

const hasNotes = (matrix: Matrix): boolean => matrix.subjects.some((subject) => notesOf(subject, matrix).length > 0);

const mark = (text: string): Html => html`<span aria-hidden="true">${text}</span>`;
