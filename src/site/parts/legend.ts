import { CELL_MARKS, LEGEND } from '../../report/matrix/marks.js';
import type { CellOutcome } from '../../report/matrix/types.js';
import { type Html, html } from '../../report/page/html.js';

/** What the marks of a table mean. */
export const legend = (): Html => html`
<p class="legend-line">${(Object.keys(LEGEND) as CellOutcome[]).map(
  (outcome) =>
    html`<span class="outcome ${outcome}" title="${LEGEND[outcome]}"><span aria-hidden="true">${CELL_MARKS[outcome]}</span> ${outcome}</span> `,
)}</p>`;
