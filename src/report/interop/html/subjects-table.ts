import { type Html, html } from '../../page/html.js';
import { oneLine } from '../../page/one-line.js';
import { softwareOf } from '../software-of.js';
import type { Interop, Subject } from '../types.js';
import { notRunNote } from './not-run-note.js';

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
${notRun.map(notRunNote)}`;

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
