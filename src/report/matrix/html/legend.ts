import { type Html, html } from '../../page/html.js';
import { CELL_MARKS, LEGEND } from '../marks.js';
import type { CellOutcome, Matrix } from '../types.js';

/** What the marks of this matrix mean, and how to move in it. */
export function legend({ requirements }: Matrix): Html {
  const outcomes = new Set(requirements.flatMap(({ cells }) => cells.map(({ outcome }) => outcome)));
  const shown = (Object.keys(LEGEND) as CellOutcome[]).filter((outcome) => outcomes.has(outcome));
  return html`
<details class="legend">
<summary>Legend and keys</summary>
<dl>${shown.map(
    (outcome) =>
      html`<div><dt class="outcome ${outcome}"><span aria-hidden="true">${CELL_MARKS[outcome]}</span> ${outcome}</dt><dd>${LEGEND[outcome]}</dd></div>`,
  )}</dl>
<p>A number counts cases: those that passed, or those that fail (or warn) of all there are. Requirements on which the
subjects disagree come first. Every cell opens what stands behind it: <kbd>Enter</kbd> opens, <kbd>Esc</kbd> closes, the
arrow keys, <kbd>Home</kbd> and <kbd>End</kbd> move. The address holds filters and the open cell, so both can be linked.</p>
</details>`;
}
