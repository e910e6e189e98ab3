// SDKs side by side: the verdict of each, and what was verified of each profile.
import { VERDICT_MARKS } from '../../report/matrix/marks.js';
import type { ProfileCell } from '../../report/matrix/types.js';
import { type Html, html } from '../../report/page/html.js';
import { oneLine } from '../../report/page/one-line.js';
import { sdkPath } from '../paths.js';
import type { Column, SiteContext } from '../types.js';
import { verdictWord } from './outcome.js';

/** `link` is that of the page that holds the table. */
export const profilesMatrix = ({ columns, matrix }: SiteContext, link: (to: string) => string): Html => html`
<div class="scroll" role="region" aria-label="SDKs by profile" tabindex="0">
<table class="profiles">
<thead><tr><th scope="col">Profile</th>${columns.map((column) => head(column, link))}</tr></thead>
<tbody>
<tr class="whole"><th scope="row">Verdict</th>${columns.map(({ sdk }) => html`<td>${verdictWord(sdk.newest.excerpt.verdict)}</td>`)}</tr>
<tr class="whole"><th scope="row">All MUST requirements <span class="rule">verified, of those that apply to what the SDK claims</span></th>${columns.map(whole)}</tr>
</tbody>
<tbody>${matrix.profiles.map(
  ({ id, title, cells }) => html`
<tr><th scope="row"><code>${oneLine(id, 60)}</code>${title === undefined ? '' : html` <span class="rule">${title}</span>`}</th>${cells.map(profile)}</tr>`,
)}
</tbody>
</table>
</div>`;

function head({ sdk, label }: Column, link: (to: string) => string): Html {
  const { name, version } = sdk.newest.excerpt.target;
  return html`<th scope="col"><a href="${link(sdkPath(sdk.entry.id))}">${label}</a><small>${breakable(oneLine(name, 60))} ${oneLine(version ?? sdk.newest.version, 30)}</small></th>`;
}

/** A name may be broken behind its slashes. */
const breakable = (name: string): readonly Html[] => name.split(/(?<=\/)/).map((part) => html`${part}<wbr>`);

function whole({ sdk }: Column): Html {
  const { verified, applicable, failed } = sdk.newest.musts;
  return html`<td><b>${verified}/${applicable}</b>${failed === 0 ? '' : html`<small>${failed} failed</small>`}</td>`;
}

function profile(cell: ProfileCell): Html {
  if (cell.kind === 'unseen') return html`<td class="dim">not seen</td>`;
  const { verdict, verified, applicable, failed } = cell;
  return html`<td><span class="verdict ${verdict}"><span aria-hidden="true">${VERDICT_MARKS[verdict]}</span> ${verified}/${applicable}<span class="hidden"> (${verdict})</span></span>${
    failed > 0
      ? html`<small>${failed} failed</small>`
      : verdict === 'inconclusive'
        ? html`<small>undecided</small>`
        : ''
  }</td>`;
}
