import { type Html, html } from '../../page/html.js';
import { oneLine } from '../../page/one-line.js';
import { AGREEMENTS } from '../agreement.js';
import { GROUP_TITLES } from '../marks.js';
import type { Agreement, Matrix, Row } from '../types.js';
import { gridCell } from './grid-cell.js';

/** Requirements by subject, in the groups of their standing. */
export const grid = (matrix: Matrix): Html => html`
<div class="scroll tall" role="region" aria-labelledby="requirements" tabindex="0">
<table class="grid">
<thead><tr><th scope="col">Requirement</th>${matrix.subjects.map(
  ({ key, label }) => html`<th scope="col" data-key="${key}">${label}</th>`,
)}</tr></thead>
${AGREEMENTS.map((agreement) => group(matrix, agreement))}
</table>
</div>`;

function group(matrix: Matrix, agreement: Agreement): Html | undefined {
  const { requirements, subjects } = matrix;
  const rows = requirements.filter((row) => row.agreement === agreement);
  if (rows.length === 0) return undefined;
  return html`<tbody>
<tr class="group"><th scope="rowgroup" colspan="${subjects.length + 1}"><span>${GROUP_TITLES[agreement]}</span></th></tr>
${rows.map((row) => gridRow(row, matrix))}
</tbody>`;
}

function gridRow(row: Row, matrix: Matrix): Html {
  const { id, level, document = '', rule, href, cells } = row;
  const name = html`<code>${breakable(id)}</code>`;
  return html`<tr data-id="${id}" data-document="${document}" data-level="${level}" data-outcome="${outcomes(row, matrix)}">
<th scope="row"><span class="id">${href === undefined ? name : html`<a href="${href}">${name}</a>`}</span> ${levelMark(row)}${
    rule === undefined ? '' : html`<span class="rule">${rule}</span>`
  }<template>${rule === undefined ? '' : html`<p>${rule}</p>`}<p class="small">${levelMark(row)} ${place(row, matrix)}</p></template></th>
${cells.map((cell, index) => gridCell(cell, row, matrix.subjects[index]))}
</tr>
`;
}

const levelMark = ({ level }: Row): Html => html`<span class="level ${level}">${level.toUpperCase()}</span>`;

/** Where the rule stands, as the link of a dialog. */
function place({ document, section, href, unscored }: Row, { documents }: Matrix): Html {
  const title = documents.find(({ id }) => id === document)?.title ?? document ?? 'specification';
  const text = oneLine(section === undefined ? title : `${title}, ${section}`, 200);
  return html`${href === undefined ? text : html`<a href="${href}">${text}</a>`}${
    unscored === undefined ? '' : ' (not part of the scored specification)'
  }`;
}

/** Each outcome once, and once more with each subject that has it: a filter asks for either. */
const outcomes = ({ cells }: Row, { subjects }: Matrix): string =>
  [
    ...new Set(cells.map(({ outcome }) => outcome)),
    ...cells.map(({ outcome }, index) => `${outcome}@${subjects[index]?.key}`),
  ].join(' ');

/** An id may be broken behind its dots, where a column is narrow. */
const breakable = (id: string): readonly Html[] =>
  oneLine(id, 120)
    .split(/(?<=\.)/)
    .map((part) => html`${part}<wbr>`);
