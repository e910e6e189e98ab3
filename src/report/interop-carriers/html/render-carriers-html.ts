import { CARRIERS, type Carrier } from '../../../engine/carriers.js';
import { notRunNote } from '../../interop/html/not-run-note.js';
import { softwareOf } from '../../interop/software-of.js';
import { type Html, html } from '../../page/html.js';
import { oneLine } from '../../page/one-line.js';
import { renderPage } from '../../page/render-page.js';
import type { CarrierSubject, CarriersInterop, Disagreement } from '../types.js';
import { carriersSummaryLine, countText, LEAD, noteText, seenText, seenThereText, TITLE } from '../words.js';

/** Longest foreign text of a cell, in characters. */
const MOST = 300;

/** The whole as one HTML file. */
export const renderCarriersHtml = (result: CarriersInterop): string =>
  renderPage({
    title: TITLE,
    body: html`<header>
<h1>${TITLE}</h1>
<p class="lead">${carriersSummaryLine(result)}</p>
<p class="dim">${oneLine(`${result.tool.name} ${result.tool.version}`, 80)}, seed <code>${oneLine(result.run.seed, 80)}</code></p>
${
  result.run.stopped === undefined
    ? ''
    : html`<p class="note"><strong>Stopped early:</strong> ${oneLine(result.run.stopped, 200)}. What was not asked is not counted.</p>`
}
</header>
<main>
<section aria-labelledby="subjects">
<h2 id="subjects">Subjects</h2>
${table('subjects', 'subjects', ['Subject', 'SDK', 'Version', 'Notes'], result.subjects.map(subjectRow))}
${result.notRun.map(notRunNote)}
</section>
<section aria-labelledby="carriers">
<h2 id="carriers">Events by carrier</h2>
${table(
  'carriers',
  'subjects',
  ['Carrier', ...result.subjects.map(({ id }) => id)],
  CARRIERS.map((carrier) => carrierRow(carrier, result.subjects)),
)}
</section>
<section aria-labelledby="disagreements">
<h2 id="disagreements">Where they disagree with themselves</h2>
${
  result.disagreements.length === 0
    ? html`<p>Nowhere.</p>`
    : table(
        'disagreements',
        'subjects causes',
        ['Subject', 'What', 'In', 'Not in', 'Events', 'Smallest event', 'Read as', 'Elsewhere'],
        result.disagreements.map(disagreementRow),
      )
}
</section>
</main>
<footer><p>${LEAD}</p></footer>`,
  });

const table = (id: string, classes: string, head: readonly string[], body: readonly Html[]): Html => html`
<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
<table class="${classes}">
<thead><tr>${head.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${body}</tbody>
</table>
</div>`;

const subjectRow = (subject: CarrierSubject): Html => html`
<tr><th scope="row">${subject.id}</th><td>${oneLine(subject.sdk, MOST)}</td><td>${oneLine(
  softwareOf(subject),
  MOST,
)}</td><td class="text">${shown(noteText(subject))}</td></tr>`;

const carrierRow = (carrier: Carrier, subjects: readonly CarrierSubject[]): Html => html`
<tr><th scope="row">${carrier}</th>${subjects.map(
  ({ carriers }) => html`<td>${countText(carriers.find((one) => one.carrier === carrier))}</td>`,
)}</tr>`;

const disagreementRow = ({ subject, what, where, elsewhere, events, example }: Disagreement): Html => html`
<tr><th scope="row">${subject}</th><td>${what}</td><td>${where.join(', ')}</td><td>${elsewhere.join(', ')}</td><td>${events.length}</td><td class="text"><code>${oneLine(
  JSON.stringify(example.told),
  MOST,
)}</code></td><td class="text">${example.here}: ${shown(seenText(example.seen))}</td><td class="text">${example.there}: ${shown(seenThereText(example))}</td></tr>`;

function shown([what, foreign]: readonly [what: string, foreign: string | undefined]): Html {
  return html`${what}${foreign === undefined ? '' : html` <code>${oneLine(foreign, MOST)}</code>`}`;
}
