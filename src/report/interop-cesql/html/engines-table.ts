import { notRunNote } from '../../interop/html/not-run-note.js';
import { softwareOf } from '../../interop/software-of.js';
import { type Html, html } from '../../page/html.js';
import { oneLine } from '../../page/one-line.js';
import { count } from '../../text/layout.js';
import type { CesqlInterop, Engine } from '../types.js';

/** Longest foreign text of a cell, in characters. */
const MOST = 200;

/** Who took part, and below it who did not and why. */
export const enginesTable = ({ subjects, notRun }: CesqlInterop): Html => html`
<div class="scroll" role="region" aria-labelledby="engines" tabindex="0">
<table class="subjects">
<thead><tr>${['Engine', 'SDK', 'Version', 'Language', 'Error mode', 'Asked', 'Differ', 'Notes'].map(
  (title) => html`<th scope="col">${title}</th>`,
)}</tr></thead>
<tbody>${subjects.map(row)}</tbody>
</table>
</div>
${notRun.map(notRunNote)}`;

const row = (engine: Engine): Html => {
  const { id, sdk, name, version, language, mode, isDeclared, asked, differing } = engine;
  const cells = [
    sdk,
    softwareOf({ sdk, name, version }),
    language,
    `${mode}, ${isDeclared ? 'declared' : 'agrees most'}`,
  ];
  return html`
<tr><th scope="row">${id}</th>${cells.map((cell) => html`<td>${oneLine(cell, 2 * MOST)}</td>`)}<td>${asked}</td><td>${differing}</td><td class="text">${notes(
    engine,
  )}</td></tr>`;
};

const notes = ({ unsorted, gaveUp }: Engine): string =>
  [
    ...(unsorted === undefined ? [] : [`${count(unsorted, 'difference')} not looked into`]),
    ...(gaveUp === undefined ? [] : [`not asked everything: ${oneLine(gaveUp, MOST)}`]),
  ].join('; ');
