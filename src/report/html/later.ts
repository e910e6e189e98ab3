import { type Html, html } from '../page/html.js';

/**
 * A part that is not in view when the page opens. Without a script it is there; with one it is text, and becomes elements
 * when they are asked for, or when there is time: a page of thousands of elements would be slow to open. None within another.
 */
export const later = (part: Html): Html => html`<noscript class="later">${part}</noscript>`;
