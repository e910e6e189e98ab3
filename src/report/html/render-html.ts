import { nameOf } from '../matrix/name-of.js';
import { type Html, html } from '../page/html.js';
import { oneLine } from '../page/one-line.js';
import { renderPage } from '../page/render-page.js';
import type { RenderContext } from '../render/render-context.js';
import type { Report } from '../types.js';
import { HATCH } from './bar.js';
import { baseline } from './baseline.js';
import { caseData } from './case-data.js';
import { CASE_DIALOG } from './case-dialog.js';
import { facts } from './facts.js';
import { filters } from './filters.js';
import { findings } from './findings.js';
import { hero } from './hero.js';
import { legend } from './legend.js';
import { outline } from './outline.js';
import { positions } from './positions.js';
import { profiles } from './profiles.js';
import { sheetOf } from './sheet-of.js';
import { unseen } from './unseen.js';

const ASSETS = {
  styles: ['base.css', 'report.css'],
  scripts: [
    'report-dom.js',
    'report-data.js',
    'report-bytes.js',
    'report-message.js',
    'report-rows.js',
    'report-case.js',
    'report-filter.js',
    'report.js',
  ],
};

/**
 * The report as one HTML file that loads nothing. Summary, findings and outline stand in it as they are; cases are packed,
 * and become elements when they are asked for.
 */
export function renderHtmlReport(report: Report, context: RenderContext): string {
  const sheet = sheetOf(report, context);
  return renderPage({
    title: `${report.verdict}: ${nameOf(report)}`,
    assets: ASSETS,
    drawnFrom: 'announced',
    body: html`<a class="skip" href="#outline">To the outline</a>
${HATCH}
${hero(sheet)}
<main>
${profiles(sheet)}
${findings(sheet)}
${baseline(sheet)}
${unseen(sheet)}
${facts(sheet)}
<section class="all" aria-labelledby="outline">
<h2 id="outline" tabindex="-1">Outline</h2>
<noscript><p class="note">Filters and the bytes of each case need JavaScript; summary, findings and outline are complete without it.</p></noscript>
${filters(sheet)}
${legend(sheet)}
${outline(sheet)}
</section>
${positions(sheet)}
</main>
${footer(report)}
${CASE_DIALOG}
${caseData(sheet)}
<p class="hidden live" id="announced" role="status"></p>`,
  });
}

const footer = ({ tool }: Report): Html =>
  html`<footer><p>Made by ${oneLine(tool.name, 80)} from its JSON report. <code>ce-conform verify REPORT</code> derives every verdict of it again from the bytes in it; <code>ce-conform explain ID</code> tells what a requirement asks, and why.</p></footer>`;
