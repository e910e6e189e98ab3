import { type Html, html } from '../page/html.js';

/** The dialog that shows a case. The script fills it. */
export const CASE_DIALOG: Html = html`<dialog class="case" aria-labelledby="case-title">
<div class="bar-top"><span class="nav"><button type="button" class="previous">← Previous</button><button type="button" class="next">Next →</button></span><button type="button" class="copy link">Copy link</button><button type="button" class="close" aria-label="Close">✕</button></div>
<h2 id="case-title" tabindex="-1"></h2>
<div class="case-body"></div>
</dialog>`;
