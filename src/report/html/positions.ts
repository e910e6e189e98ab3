import { type Html, html } from '../page/html.js';
import { anchor } from './anchor.js';
import { later } from './later.js';
import type { Sheet } from './types.js';

/** The positions behind what this report says, each explained. The script copies them to where they are named. */
export function positions({ report, registry }: Sheet): Html | undefined {
  const named = new Set([
    ...report.cases.flatMap((item) => item.positions),
    ...report.requirements.flatMap(({ id }) => registry.requirements.get(id)?.positions ?? []),
  ]);
  const used = [...registry.positions.values()].filter(({ id }) => named.has(id));
  if (used.length === 0) return undefined;
  return html`<section aria-labelledby="positions">
<h2 id="positions">Positions <small>${used.length}</small></h2>
<p class="dim">Where the specification is silent or contradicts itself, the harness takes a position. These bear on this report.</p>
<details class="positions"><summary>All of them</summary>
${later(html`<dl>${used.map(({ id, problem, position }) => html`<div${anchor(id)} tabindex="-1"><dt>${id}</dt><dd><p>${problem}</p><p><strong>Position:</strong> ${position}</p></dd></div>\n`)}</dl>`)}
</details>
</section>`;
}
