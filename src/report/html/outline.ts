// The outline: documents and sections as the specification has them, each with its result; requirements within.
import { type Html, html } from '../page/html.js';
import { oneLine } from '../page/one-line.js';
import { worst } from '../text/sections.js';
import { anchor } from './anchor.js';
import { bar } from './bar.js';
import { later } from './later.js';
import { mark } from './mark.js';
import type { DocumentOutline, SectionOutline } from './outline-of.js';
import { requirementRow } from './requirement-row.js';
import { tally, tallyText } from './tally.js';
import type { Sheet } from './types.js';

/** Longest title, in characters. */
const MOST = 120;

export const outline = (sheet: Sheet): Html => html`<div class="outline">
${sheet.outline.map((document) => documentPart(document, sheet))}</div>`;

const documentPart = (
  document: DocumentOutline,
  sheet: Sheet,
): Html => html`<section class="document" data-document="${document.id}">
<h3${anchor(document.id)}>${oneLine(document.title, MOST)} <small>${tallyText(tally(document.sections.flatMap(({ requirements }) => requirements)))}</small></h3>
${later(html`${document.sections.map((section) => sectionPart(section, sheet))}`)}</section>
`;

function sectionPart(section: SectionOutline, sheet: Sheet): Html {
  const { id, title, href, requirements } = section;
  const counts = tally(requirements);
  return html`<details class="sec"${anchor(id)} data-title="${title}">
<summary>${mark(worst(requirements))}<span class="title">${oneLine(title, MOST)}</span>${bar(counts)}<span class="tally">${tallyText(counts)}</span></summary>
${href === undefined ? '' : html`<p class="read"><a href="${href}">Read this section in the specification</a></p>\n`}${requirements.map((one) => requirementRow(one, section, sheet))}</details>
`;
}
