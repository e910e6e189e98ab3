import { type Html, html } from '../../report/page/html.js';
import { oneLine } from '../../report/page/one-line.js';
import { count } from '../../report/text/layout.js';
import type { Version } from '../data/types.js';
import type { SiteContext } from '../types.js';
import { requirementLink } from './case-link.js';

/** Longest reason that a row repeats, in characters. */
const MOST = 240;

/** MUST requirements that apply and were neither seen to hold nor to break: nobody may take them for green. */
export function undecidedSection({ excerpt }: Version, context: SiteContext, link: (to: string) => string): Html {
  const open = [...excerpt.requirements].filter(
    ([, { report }]) => report.level === 'must' && report.outcome === 'open' && report.unscored === undefined,
  );
  return html`
<section aria-labelledby="undecided">
<h2 id="undecided">Not decided <small class="dim">${open.length}</small></h2>
${
  open.length === 0
    ? html`<p class="dim">Every MUST requirement that applies was decided.</p>`
    : html`<details><summary>${count(open.length, 'MUST requirement')} neither seen to hold nor to break</summary>
<ul>${open.map(
        ([id, { report }]) =>
          html`<li>${requirementLink(id, context, link)}${report.reason === undefined ? '' : html` <span class="dim">${oneLine(report.reason, MOST)}</span>`}</li>`,
      )}</ul></details>`
}
</section>`;
}
