import { type Html, html } from '../../page/html.js';
import { oneLine } from '../../page/one-line.js';
import { VERDICTS } from '../cesql-summary-line.js';
import { aboutText, answererText, answerText, visible, whoText } from '../shown.js';
import type { Cause, CesqlInterop, Verdict } from '../types.js';

/** Longest foreign text of a cell, in characters. */
const MOST = 300;

/** The causes of one verdict, in a section of their own. */
export function cesqlCauses({ causes }: CesqlInterop, verdict: Verdict): Html {
  const chosen = causes.filter((one) => one.verdict === verdict);
  const { title, lead } = VERDICTS[verdict];
  return html`
<section aria-labelledby="${verdict}">
<h2 id="${verdict}">${title}</h2>
${
  chosen.length === 0
    ? html`<p>No engine differs.</p>`
    : html`<p>${lead}</p>
<div class="scroll" role="region" aria-labelledby="${verdict}" tabindex="0">
<table class="subjects causes">
<thead><tr>${['What', 'How it differs', 'Engines', 'Smallest expression', 'Answers', 'The text'].map(
        (name) => html`<th scope="col">${name}</th>`,
      )}</tr></thead>
<tbody>${chosen.map(row)}</tbody>
</table>
</div>`
}
</section>`;
}

const row = (cause: Cause): Html => {
  const { construct, what, example } = cause;
  const about = aboutText(example);
  return html`
<tr><th scope="row">${construct}</th><td>${what}</td><td>${whoText(cause)}</td><td class="text"><code>${cut(
    visible(example.expression),
  )}</code>${about === '' ? '' : html`<br>about <code>${cut(about)}</code>`}</td><td>${example.answers.map(
    (answer) => html`<div>${answererText(answer)}: <code>${cut(answerText(answer))}</code></div>`,
  )}</td><td class="text">${textCell(cause)}</td></tr>`;
};

const textCell = ({ requirement: { id, rule, link }, positions }: Cause): Html =>
  html`<a href="${link}">${id}</a>: ${rule}${positions.map(
    (one) => html`<br><span class="small dim"><strong>${one.id}</strong>: ${one.problem}</span>`,
  )}`;

const cut = (text: string): string => oneLine(text, MOST);
