// What a baseline makes of a run: what asks for something to be done before what is known.
import type { BaselineReport, ListedEntry } from '../baseline/types.js';
import { type Html, html } from '../page/html.js';
import { oneLine } from '../page/one-line.js';
import { count } from '../text/layout.js';
import type { Outcome } from '../text/style.js';
import { addressOf } from './anchor.js';
import { mark } from './mark.js';
import type { Sheet } from './types.js';

/** Longest foreign text, in characters. Lines of one kind. */
const [MOST, MOST_LINES] = [300, 100];

export function baseline({ report }: Sheet): Html | undefined {
  if (report.baseline === undefined) return undefined;
  const { file, new: news, stale, open, confirmed } = report.baseline;
  const of = (list: ListedEntry['list']): BaselineReport['confirmed'] =>
    confirmed.filter(({ entry }) => entry.list === list);
  return html`<section aria-labelledby="baseline">
<h2 id="baseline">Baseline <small><code>${oneLine(file, 80)}</code></small></h2>
${[
  part(
    'failed',
    `${count(news.length, 'new failure')}; --update-baseline lists ${news.length === 1 ? 'it' : 'them'}`,
    news.map(
      ({ case: id, fingerprint }) =>
        html`<a href="${addressOf(id)}">${oneLine(id, MOST)}</a> (fingerprint <code>${oneLine(fingerprint, 16)}</code>)`,
    ),
  ),
  part(
    'warned',
    `${count(stale.length, 'stale entry', 'stale entries')}, to be removed or changed`,
    stale.map(({ entry, message }) => html`${place(entry)}: ${oneLine(message, MOST)}`),
  ),
  part(
    'open',
    `${count(open.length, 'entry', 'entries')} that this run neither confirms nor disproves`,
    open.map(({ entry, message }) => html`${place(entry)}: ${oneLine(message, MOST)}`),
  ),
  part('observed', 'Known failures', of('expected').map(known)),
  part('observed', 'Flaky cases', of('flaky').map(known)),
]}</section>`;
}

function part(outcome: Outcome, title: string, lines: readonly Html[]): Html | undefined {
  if (lines.length === 0) return undefined;
  const more = lines.length - MOST_LINES;
  return html`<details class="listed"${outcome === 'observed' ? '' : html` open`}>
<summary>${mark(outcome)}<span class="title">${title}</span></summary>
<ul>${lines.slice(0, MOST_LINES).map((line) => html`<li>${line}</li>`)}${more > 0 ? html`<li>and ${more} more</li>` : ''}</ul>
</details>
`;
}

const place = ({ line, case: glob }: ListedEntry): Html => html`line ${line}, <code>${oneLine(glob, MOST)}</code>`;

const known = ({ entry, cases }: BaselineReport['confirmed'][number]): Html =>
  html`${place(entry)} (${count(cases.length, 'case')}): ${oneLine(entry.reason, MOST)}${entry.ticket === undefined ? '' : ` (${oneLine(entry.ticket, MOST)})`}`;
