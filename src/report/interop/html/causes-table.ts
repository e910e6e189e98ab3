import { type Html, html } from '../../page/html.js';
import { SIDES } from '../marks.js';
import type { Cause, Interop } from '../types.js';
import { lossHtml } from './loss-list.js';

/** Events named of one cause; the others are in the title. */
const MOST = 3;

/** Who loses what, the widest cause first. */
export const causesTable = ({ causes }: Interop): Html =>
  causes.length === 0
    ? html`<p>Nobody loses anything.</p>`
    : html`
<div class="scroll" role="region" aria-labelledby="causes" tabindex="0">
<table class="subjects causes">
<thead><tr>${['Who', 'Loses what', 'Modes', 'Events', 'With', 'Such as'].map(
        (title) => html`<th scope="col">${title}</th>`,
      )}</tr></thead>
<tbody>${causes.map(row)}</tbody>
</table>
</div>`;

const row = (cause: Cause): Html => {
  const { side, subjects, what, unencoded, modes, partners, example } = cause;
  return html`
<tr><th scope="row">${subjects.join(' to ')}, ${SIDES[side]}</th><td>${what}${
    unencoded === true ? ': written without percent-encoding' : ''
  }</td><td>${modes.join(', ')}</td>${events(cause)}<td>${partners.join(', ')}</td><td>${lossHtml(
    example.loss,
    example.encoder,
    example.decoder,
  )}</td></tr>`;
};

function events({ events: all }: Cause): Html {
  const more = all.length - MOST;
  const shown = all.slice(0, MOST).join(', ');
  return html`<td title="${all.join(', ')}">${all.length}: ${shown}${more > 0 ? ' and more' : ''}</td>`;
}
