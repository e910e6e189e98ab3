import { type Html, html } from '../../page/html.js';
import { oneLine } from '../../page/one-line.js';
import { softwareOf } from '../software-of.js';
import type { Interop, NotRun, Subject } from '../types.js';

/** Longest foreign text of a cell, in characters. */
const MOST = 200;

/** Who took part, and below it who did not and why. */
export const subjectsTable = ({ subjects, notRun }: Interop): Html => html`
<div class="scroll" role="region" aria-labelledby="subjects" tabindex="0">
<table class="subjects">
<thead><tr>${['Subject', 'SDK', 'Version', 'Language', 'Encodes', 'Decodes'].map(
  (title) => html`<th scope="col">${title}</th>`,
)}${hasNotes(subjects) ? html`<th scope="col">Notes</th>` : ''}</tr></thead>
<tbody>${subjects.map((subject) => row(subject, hasNotes(subjects)))}</tbody>
</table>
</div>
${notRun.map(missing)}`;

const hasNotes = (subjects: readonly Subject[]): boolean => subjects.some(({ gaveUp }) => gaveUp !== undefined);

const row = ({ id, sdk, name, version, language, encodes, decodes, gaveUp }: Subject, withNotes: boolean): Html => html`
<tr><th scope="row">${id}</th>${[
  sdk,
  softwareOf({ sdk, name, version }),
  language,
  encodes.join(', ') || 'nothing',
  decodes.join(', ') || 'nothing',
].map((cell) => html`<td>${oneLine(cell, 2 * MOST)}</td>`)}${
  withNotes
    ? html`<td class="text">${gaveUp === undefined ? '' : `not asked everything: ${oneLine(gaveUp, MOST)}`}</td>`
    : ''
}</tr>`;

const missing = ({ id, sdk, reason, build, install }: NotRun): Html => html`
<p class="note"><strong>Not run:</strong> ${id} (${oneLine(sdk, MOST)}): ${oneLine(reason, 2 * MOST)}${
  build === undefined ? '' : html`. Build it: <code>${oneLine(build, 2 * MOST)}</code>`
}${install === undefined ? '' : html`. What it needs: <code>${oneLine(install, 2 * MOST)}</code>`}</p>`;
