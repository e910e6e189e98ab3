import { STATUSES } from '../../engine/judgement.js';
import { LEGEND } from '../../report/matrix/marks.js';
import { nameOf } from '../../report/matrix/name-of.js';
import type { Cell } from '../../report/matrix/types.js';
import { type Html, html } from '../../report/page/html.js';
import { oneLine } from '../../report/page/one-line.js';
import { sdkPath } from '../paths.js';
import type { Column, SiteContext } from '../types.js';
import { outcomeWord } from './outcome.js';

/** Longest reason or title that a cell repeats, in characters. */
const MOST = 240;

/** What the newest version of each SDK does about a requirement. */
export function resultsTable(id: string, { columns, matrix }: SiteContext, link: (to: string) => string): Html {
  const cells = matrix.requirements.find((row) => row.id === id)?.cells;
  if (cells === undefined) return html`<p class="dim">No report speaks of it: no SDK was asked.</p>`;
  return html`
<div class="scroll" role="region" aria-labelledby="results" tabindex="0">
<table class="results">
<thead><tr><th scope="col">SDK</th><th scope="col">Outcome</th><th scope="col">Cases</th><th scope="col">What was seen</th></tr></thead>
<tbody>${columns.map((column, index) => row(id, column, cells[index], link))}
</tbody>
</table>
</div>`;
}

function row(id: string, { sdk }: Column, cell: Cell | undefined, link: (to: string) => string): Html {
  const { entry, newest } = sdk;
  const outcome = cell?.outcome ?? 'absent';
  const findings = newest.findings.filter(({ requirements }) => requirements.includes(id));
  const reason = cell?.reason ?? LEGEND[outcome];
  return html`
<tr><th scope="row"><a href="${link(sdkPath(entry.id))}">${nameOf(newest.excerpt)}</a></th><td>${outcomeWord(outcome)}</td><td>${counts(cell)}</td><td>${
    findings.length === 0
      ? html`<span class="dim">${oneLine(reason, MOST)}</span>`
      : html`<ul class="plain">${findings.map(
          ({ anchor, title }) =>
            html`<li><a href="${link(`${sdkPath(entry.id)}#${anchor}`)}">${oneLine(title, MOST)}</a></li>`,
        )}</ul>`
  }</td></tr>`;
}

const counts = (cell: Cell | undefined): string =>
  STATUSES.flatMap((status) => {
    const number = cell?.counts[status];
    return number === undefined ? [] : [`${number} ${status}`];
  }).join(', ');
