import { type Html, html } from '../page/html.js';
import { MARKS, type Outcome } from '../text/style.js';

/** The mark of an outcome. What it means stands beside it in words. */
export const mark = (outcome: Outcome): Html =>
  html`<b class="mark ${outcome}" aria-hidden="true">${MARKS[outcome]}</b>`;
