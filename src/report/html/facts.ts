// What was judged, how, by what, and when.
import { type Html, html } from '../page/html.js';
import { oneLine } from '../page/one-line.js';
import { seen } from '../text/header.js';
import type { Report } from '../types.js';
import { specificationOf } from './hero.js';
import { later } from './later.js';
import type { Sheet } from './types.js';

/** Longest foreign text, in characters. */
const MOST = 400;

export function facts({ report }: Sheet): Html {
  const { tool, suite, target, run } = report;
  const code = (text: string): Html => html`<code>${oneLine(text, MOST)}</code>`;
  return html`<section aria-labelledby="facts">
<h2 id="facts">What was judged</h2>
<dl class="facts">
${row('Target', html`${oneLine(target.name, MOST)}${target.url === undefined ? '' : html` at ${code(target.url)}`} <span class="dim">(${oneLine(target.kind, 40)})</span>`)}${row('Seen', seen(target))}${row('Specification', specificationOf(report))}${row('Suite', code(suite.digest.slice(0, 12)))}${
  run.seed === '' ? '' : row('Seed', code(run.seed))
}${row('When', html`<time datetime="${run.startedAt}">${oneLine(run.startedAt.replace('T', ' ').replace(/\.\d+Z$/, ' UTC'), 40)}</time>, ${(run.durationMs / 1000).toFixed(1)} s`)}${row(
  'By',
  `${oneLine(tool.name, 80)} ${oneLine(tool.version, 80)}, Node ${oneLine(run.node, 40)}, ${oneLine(run.platform, 40)}`,
)}${target.notes.map((note) => row('Note', oneLine(note, MOST)))}
</dl>
${claims(target)}
</section>`;
}

const row = (term: string, text: string | Html): Html => html`<div><dt>${term}</dt><dd>${text}</dd></div>\n`;

/** What the target says that it supports, and what a probe of it gave. */
function claims({ claims: claimed, probes }: Report['target']): Html | undefined {
  const names = [...new Set([...claimed, ...Object.keys(probes)])].sort();
  if (names.length === 0) return undefined;
  return html`<details class="claims">
<summary>${claimed.length} claims, ${Object.keys(probes).length} probes</summary>
${later(html`<ul>${names.map((name) => html`<li><code>${oneLine(name, 80)}</code> ${isClaimed(name, claimed) ? 'claimed' : 'not claimed'}; a probe was ${oneLine(probes[name] ?? 'not sent', 200)}</li>`)}</ul>`)}
</details>`;
}

// The probes of a receiver are named by the message form alone.
const isClaimed = (name: string, claimed: readonly string[]): boolean =>
  claimed.includes(name) || claimed.includes(`decode:${name}`);
