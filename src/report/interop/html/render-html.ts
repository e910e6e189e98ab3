import { DETAIL_DIALOG } from '../../page/detail-dialog.js';
import { html } from '../../page/html.js';
import { oneLine } from '../../page/one-line.js';
import { renderPage } from '../../page/render-page.js';
import { CELL_MARKS, LEGEND } from '../marks.js';
import { summaryLine } from '../summary-line.js';
import type { CellOutcome, Interop } from '../types.js';
import { causesTable } from './causes-table.js';
import { grid } from './grid.js';
import { interopFilters } from './interop-filters.js';
import { subjectsTable } from './subjects-table.js';

/** The whole as one HTML file. */
export const renderHtml = (interop: Interop): string =>
  renderPage({
    title: 'CloudEvents interoperability',
    body: html`<header>
<h1>CloudEvents interoperability</h1>
<p class="lead">${summaryLine(interop)}</p>
<p class="dim">${oneLine(`${interop.tool.name} ${interop.tool.version}`, 80)}, seed <code>${oneLine(interop.run.seed, 80)}</code></p>
${
  interop.run.stopped === undefined
    ? ''
    : html`<p class="note"><strong>Stopped early:</strong> ${oneLine(interop.run.stopped, 200)}. What was not asked is not counted.</p>`
}
</header>
<main>
<section aria-labelledby="subjects">
<h2 id="subjects">Subjects</h2>
${subjectsTable(interop)}
</section>
<section aria-labelledby="pairs">
<h2 id="pairs">What survives</h2>
<noscript><p class="note">Filters and details need JavaScript; the tables are complete without it.</p></noscript>
${interopFilters(interop)}
<details class="legend">
<summary>Legend and keys</summary>
<dl>${(Object.keys(LEGEND) as CellOutcome[]).map(
      (outcome) =>
        html`<div><dt><span aria-hidden="true">${CELL_MARKS[outcome]}</span> ${outcome}</dt><dd>${LEGEND[outcome]}</dd></div>`,
    )}</dl>
<p>A row for each encoder, a column for each decoder. A number counts events that came out as they were told, of all that
were told. Every cell opens what was lost: <kbd>Enter</kbd> opens, <kbd>Esc</kbd> closes, the arrow keys, <kbd>Home</kbd> and
<kbd>End</kbd> move. The address holds filters and the open cell, so both can be linked.</p>
</details>
${grid(interop)}
</section>
<section aria-labelledby="causes">
<h2 id="causes">Who loses what</h2>
${causesTable(interop)}
</section>
</main>
<footer><p>An event is lost where what came out does not mean what was told: times are compared as instants, data by its
meaning, all other attributes by their canonical string. The reference is the implementation built into ce-conform; what
either side does with it says whose fault a loss is.</p></footer>
${DETAIL_DIALOG}`,
  });
