import { type Html, html } from './html.js';

/** The dialog that shows what stands behind a cell. The script fills it with copies of what the page holds already. */
export const DETAIL_DIALOG: Html = html`
<dialog class="detail" aria-labelledby="detail-title">
<form method="dialog"><button class="close" aria-label="Close">✕</button></form>
<h2 id="detail-title"></h2>
<div class="detail-body"></div>
</dialog>`;
