import { PROFILES } from '../../../suites/profiles.js';
import { type Html, html } from '../page/html.js';
import { oneLine } from '../page/one-line.js';
import type { ProfileReport } from '../types.js';
import { bar } from './bar.js';
import type { Sheet } from './types.js';
import { VERDICT_MARKS } from './words.js';

/** Longest foreign text, in characters. */
const MOST = 300;

/** A card for each profile: its verdict, and how many of the MUST requirements that apply were verified. */
export const profiles = ({ report }: Sheet): Html | undefined =>
  report.profiles.length === 0
    ? undefined
    : html`<section aria-labelledby="profiles">
<h2 id="profiles">Profiles</h2>
<ul class="profiles">${report.profiles.map(card)}</ul>
</section>`;

function card({ id, verdict, requirements, reason }: ProfileReport): Html {
  const { applicable, verified, failed } = requirements;
  const open = Math.max(0, applicable - verified - failed);
  const title = PROFILES.find((profile) => profile.id === id)?.title;
  return html`<li class="profile ${verdict}">
<h3>${oneLine(id, 80)}</h3>
<p class="verdict ${verdict}"><span aria-hidden="true">${VERDICT_MARKS[verdict]}</span> ${verdict}</p>
<p class="score"><strong>${verified}</strong> of ${applicable} MUST requirements verified${failed === 0 ? '' : `, ${failed} failed`}${open === 0 ? '' : `, ${open} not decided`}</p>
${bar([
  ['verified', verified],
  ['failed', failed],
  ['open', open],
])}${title === undefined ? '' : html`<p class="dim">${title}</p>`}${reason === undefined ? '' : html`<p class="dim">${oneLine(reason, MOST)}</p>`}
</li>`;
}
