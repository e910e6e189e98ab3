import { LEGEND } from '../matrix/marks.js';
import { type Html, html } from '../page/html.js';
import { mark } from './mark.js';
import type { Sheet } from './types.js';
import { OUTCOME_WORDS, OUTCOMES } from './words.js';

/** What the marks of this report mean, and how the page is used. */
export function legend({ report }: Sheet): Html {
  const shown = OUTCOMES.filter((outcome) => report.requirements.some((one) => one.outcome === outcome));
  return html`<details class="legend">
<summary>Marks and keys</summary>
<dl>${shown.map((outcome) => html`<div><dt>${mark(outcome)}${OUTCOME_WORDS[outcome]}</dt><dd>${LEGEND[outcome]}</dd></div>`)}</dl>
<p>A section has the mark of its worst requirement. The address holds the filters and the open case, so both can be
linked, and the back button undoes them. <kbd>Tab</kbd> and <kbd>Enter</kbd> reach everything, <kbd>Esc</kbd> closes a case.</p>
</details>`;
}
