import { DETAIL_DIALOG } from '../../page/detail-dialog.js';
import { type Html, html } from '../../page/html.js';
import { renderPage } from '../../page/render-page.js';
import { summaryLine } from '../summary-line.js';
import type { Matrix } from '../types.js';
import { grid } from './grid.js';
import { legend } from './legend.js';
import { matrixFilters } from './matrix-filters.js';
import { subjectsTable } from './subjects-table.js';

/** The matrix as one HTML file. */
export const renderHtml = (matrix: Matrix): string =>
  renderPage({
    title: 'CloudEvents conformance matrix',
    body: html`<header>
<h1>CloudEvents conformance matrix</h1>
<p class="lead">${summaryLine(matrix)}</p>
${suites(matrix)}
</header>
<main>
<section aria-labelledby="subjects">
<h2 id="subjects">Subjects</h2>
${subjectsTable(matrix)}
</section>
<section aria-labelledby="requirements">
<h2 id="requirements">Requirements</h2>
<noscript><p class="note">Filters and details need JavaScript; the table is complete without it.</p></noscript>
${matrixFilters(matrix)}
${legend(matrix)}
${grid(matrix)}
</section>
</main>
<footer><p>Made by ce-conform from JSON reports. <code>ce-conform verify REPORT</code> derives every verdict of a report again from the bytes in it; <code>ce-conform explain ID</code> tells what a requirement asks, and why.</p></footer>
${DETAIL_DIALOG}`,
  });

const suites = ({ suites: all }: Matrix): Html =>
  all.length === 1
    ? html`<p class="dim">${all.map(suite)}</p>`
    : html`<p class="note"><strong>Mixed by force.</strong> These reports were judged by different suites: ${all.map(
        (one, index) => html`${index === 0 ? '' : '; '}${suite(one)}`,
      )}.</p>`;

const suite = ({ specVersion, digest }: Matrix['suites'][number]): Html =>
  html`CloudEvents ${specVersion}, suite <code title="${digest}">${digest.slice(0, 12)}</code>`;
