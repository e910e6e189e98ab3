import { PROFILES } from '../../../suites/profiles.js';
import type { Excerpt } from '../../report/matrix/excerpt.js';
import { profileRows } from '../../report/matrix/profile-rows.js';
import type { ProfileRow } from '../../report/matrix/types.js';
import { type Html, html } from '../../report/page/html.js';
import { oneLine } from '../../report/page/one-line.js';
import { verdictWord } from './outcome.js';

/** Longest text of a report that one cell repeats, in characters. */
const MOST = 300;

/** Each profile that the report decides, or names as not seen. */
export const sdkProfiles = (excerpt: Excerpt): Html => html`
<div class="scroll" role="region" aria-labelledby="profiles" tabindex="0">
<table class="profiles one">
<thead><tr><th scope="col">Profile</th><th scope="col">Verdict</th><th scope="col" class="number">Verified</th><th scope="col" class="number">Failed</th></tr></thead>
<tbody>${profileRows([excerpt], PROFILES).map(row)}
</tbody>
</table>
</div>`;

function row({ id, title, cells: [cell] }: ProfileRow): Html | undefined {
  if (cell === undefined) return undefined;
  const head = html`<th scope="row"><code>${oneLine(id, 60)}</code>${title === undefined ? '' : html` <span class="rule">${title}</span>`}</th>`;
  if (cell.kind === 'unseen') {
    return html`
<tr>${head}<td colspan="3" class="dim">not seen${cell.reveal === undefined ? '' : html` <span class="rule">${oneLine(cell.reveal, MOST)}</span>`}</td></tr>`;
  }
  const { verdict, verified, applicable, failed, reason } = cell;
  return html`
<tr>${head}<td>${verdictWord(verdict)}${reason === undefined ? '' : html` <span class="rule">${oneLine(reason, MOST)}</span>`}</td><td class="number">${verified}/${applicable}</td><td class="number">${failed}</td></tr>`;
}
