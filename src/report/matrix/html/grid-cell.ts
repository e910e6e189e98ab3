import { STATUSES } from '../../../engine/judgement.js';
import { type Html, html } from '../../page/html.js';
import { oneLine } from '../../page/one-line.js';
import { count } from '../../text/layout.js';
import { quoteArgument } from '../../text/rerun.js';
import { CELL_MARKS, casesBehind, LEGEND } from '../marks.js';
import type { Cell, CellFinding, Counts, Row, Subject } from '../types.js';

/** Findings told of one cell; the report has them all. Longest text of a report that one repeats, in characters. */
const [MOST_FINDINGS, MOST] = [20, 400];

/** One cell: a button with mark, word and numbers, and the details that it opens. */
export const gridCell = (cell: Cell, row: Row, subject: Subject | undefined): Html => {
  const numbers = casesBehind(cell);
  return html`<td><button type="button" aria-haspopup="dialog" class="outcome ${cell.outcome}"><span aria-hidden="true">${CELL_MARKS[cell.outcome]}</span> ${cell.outcome}${
    numbers === '' ? '' : html` <small>${numbers}</small>`
  }</button><template>${details(cell, row, subject)}</template></td>`;
};

function details(cell: Cell, { id }: Row, subject: Subject | undefined): Html {
  const { outcome, counts, reason, findings } = cell;
  const more = findings.length - MOST_FINDINGS;
  return html`<p class="outcome ${outcome}"><span aria-hidden="true">${CELL_MARKS[outcome]}</span> ${outcome}: ${
    outcome === 'open' && reason !== undefined ? oneLine(reason, MOST) : LEGEND[outcome]
  }</p>${countsText(counts)}${
    findings.length === 0
      ? ''
      : html`<ul>${findings.slice(0, MOST_FINDINGS).map(finding)}${more > 0 ? html`<li>and ${more} more</li>` : ''}</ul>`
  }${
    outcome === 'absent' || subject === undefined
      ? ''
      : html`<p class="small dim">See it again</p><pre><code>${`${subject.command} --only ${quoteArgument(id)}`}</code></pre>`
  }`;
}

function countsText(counts: Counts): Html | undefined {
  const parts = STATUSES.flatMap((status) => (counts[status] === undefined ? [] : [`${counts[status]} ${status}`]));
  const total = Object.values(counts).reduce((sum, one) => sum + one, 0);
  return total === 0 ? undefined : html`<p>${count(total, 'case')}: ${parts.join(', ')}</p>`;
}

const finding = ({ id, title, cases, example }: CellFinding): Html =>
  html`<li>${oneLine(title, MOST)} <span class="dim">(${count(cases, 'case')}, first <code>${oneLine(example, MOST)}</code>; finding <code>${oneLine(id, MOST)}</code>)</span></li>`;
