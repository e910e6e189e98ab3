import type { ContentMode } from '../../../binding/types.js';
import { type Html, html } from '../../page/html.js';
import { CELL_MARKS, LEGEND, label, MODE_TITLES } from '../marks.js';
import type { Cell, Interop, ModeTable } from '../types.js';
import { lossList } from './loss-list.js';

/** Encoders by decoders, in a group for each mode. */
export const grid = ({ subjects, modes }: Interop): Html => html`
<div class="scroll tall" role="region" aria-labelledby="pairs" tabindex="0">
<table class="grid pairs">
<thead><tr><th scope="col">Encoder</th>${subjects.map(
  ({ id }) => html`<th scope="col" data-key="${id}">${id}</th>`,
)}</tr></thead>
${modes.map((mode) => group(mode, subjects.length + 1))}
</table>
</div>`;

const group = ({ mode, rows }: ModeTable, columns: number): Html => html`<tbody>
<tr class="group"><th scope="rowgroup" colspan="${columns}"><span>${MODE_TITLES[mode]}</span></th></tr>
${rows.map(
  ({
    encoder,
    cells,
  }) => html`<tr data-id="${mode}/${encoder}" data-mode="${mode}" data-encoder="${encoder}" data-outcome="${outcomes(cells)}">
<th scope="row">${encoder}</th>
${cells.map((cell) => gridCell(cell, encoder, mode))}
</tr>
`,
)}
</tbody>`;

/** Each outcome once, and once more with each decoder that has it: a filter asks for either. */
const outcomes = (cells: readonly Cell[]): string =>
  [
    ...new Set(cells.map(({ outcome }) => outcome)),
    ...cells.map(({ outcome, decoder }) => `${outcome}@${decoder}`),
  ].join(' ');

/** The style sheet knows outcomes of requirements; these look alike. */
const CLASSES = { kept: 'verified', lost: 'failed', none: 'absent', open: 'open' } as const;

function gridCell(cell: Cell, encoder: string, mode: ContentMode): Html {
  const { outcome, decoder, notAsked, lost } = cell;
  return html`<td><button type="button" aria-haspopup="dialog" class="outcome ${CLASSES[outcome]}"><span aria-hidden="true">${
    CELL_MARKS[outcome]
  }</span> ${label(cell)}</button><template><p class="outcome ${
    CLASSES[outcome]
  }"><span aria-hidden="true">${CELL_MARKS[outcome]}</span> ${label(cell)}: ${LEGEND[outcome]}</p><p class="small dim">${
    MODE_TITLES[mode]
  }, written by ${encoder}, read by ${decoder}</p>${
    notAsked === undefined || outcome === 'open' ? '' : html`<p>${notAsked} more were not asked about.</p>`
  }${lost.length === 0 ? '' : lossList(lost, encoder, decoder)}</template></td>`;
}
