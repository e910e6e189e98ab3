import { html } from '../../page/html.js';
import { oneLine } from '../../page/one-line.js';
import { renderPage } from '../../page/render-page.js';
import { cesqlSummaryLine } from '../cesql-summary-line.js';
import type { CesqlInterop } from '../types.js';
import { cesqlCauses } from './cesql-causes.js';
import { enginesTable } from './engines-table.js';

/** The whole as one HTML file. */
export const renderCesqlHtml = (result: CesqlInterop): string =>
  renderPage({
    title: 'Engines of CESQL side by side',
    body: html`<header>
<h1>Engines of CESQL side by side</h1>
<p class="lead">${cesqlSummaryLine(result)}</p>
<p class="dim">${oneLine(`${result.tool.name} ${result.tool.version}`, 80)}, seed <code>${oneLine(result.run.seed, 80)}</code></p>
${
  result.run.stopped === undefined
    ? ''
    : html`<p class="note"><strong>Stopped early:</strong> ${oneLine(result.run.stopped, 200)}. What was not asked is not counted.</p>`
}
</header>
<main>
<section aria-labelledby="engines">
<h2 id="engines">Engines</h2>
${enginesTable(result)}
</section>
${cesqlCauses(result, 'settled')}
${cesqlCauses(result, 'open')}
</main>
<footer><p>Each expression was shrunk as long as the engine still differed in the same way. The reference is the engine
built into ce-conform; it ran in the error mode that an engine declares, or else in the one that agrees most.</p></footer>`,
  });
