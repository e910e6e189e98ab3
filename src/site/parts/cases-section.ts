// Every variant of a requirement: what is sent, what is expected, and what each SDK made of it over each carrier.
import type { ExplainedCase, ExplainedRequirement } from '../../cli/explain/explanation.js';
import { renderMessage } from '../../cli/explain/render-message.js';
import type { Case } from '../../engine/case.js';
import { CELL_MARKS } from '../../report/matrix/marks.js';
import { type Html, html } from '../../report/page/html.js';
import { count } from '../../report/text/layout.js';
import type { Column, SiteContext } from '../types.js';
import { variantAnchor } from './case-link.js';
import { example } from './findings-section.js';
import { legend } from './legend.js';
import { lines } from './lines.js';
import { outcomeMark, outcomeOf, tally } from './outcome.js';

/** The cases, a line for each variant. `variants` are those of the explained cases, in their order. */
export function casesSection(
  { requirement, cases }: ExplainedRequirement,
  variants: readonly (readonly Case[])[],
  { columns }: SiteContext,
): Html {
  const total = variants.reduce((sum, { length }) => sum + length, 0);
  if (total === 0)
    return html`<section aria-labelledby="cases"><h2 id="cases">Cases</h2><p>None: ${requirement.withoutCase ?? 'none is written'}.</p></section>`;
  return html`
<section aria-labelledby="cases">
<h2 id="cases">Cases <small class="dim">${total}</small></h2>
<p class="dim">${count(variants.length, 'variant')}; a number counts the carriers, which are the modes of the bindings, over which it was asked. A line opens what is sent.</p>
<div class="variants">
<div class="variant" aria-hidden="true"><span>Variant</span><span class="marks">${columns.map(({ label }) => html`<span>${label}</span>`)}</span></div>${cases.map(
    (item, index) => variant(item, variants[index] ?? [], columns),
  )}
</div>
${legend()}
</section>`;
}

const variant = (item: ExplainedCase, members: readonly Case[], columns: readonly Column[]): Html => html`
<details id="${variantAnchor(item.id)}"><summary class="variant"><span>${item.title}</span><span class="marks">${columns.map(
  ({ sdk, label }) =>
    html`<span><span class="hidden">, ${label} </span>${mark(members.map(({ id }) => sdk.newest.statuses.get(id)))}</span>`,
)}</span></summary>
${details(item, members, columns)}</details>`;

function mark(statuses: Parameters<typeof tally>[0]): Html {
  const { outcome, count: number, of } = tally(statuses);
  return outcomeMark(outcome, of < 2 ? '' : number === of ? ` ${of}` : ` ${number}/${of}`);
}

function details(item: ExplainedCase, members: readonly Case[], columns: readonly Column[]): Html {
  const { carrier, why, twin, expectation, sent } = item;
  return html`<dl class="facts">
<div><dt>Case</dt><dd><code>${item.id}</code></dd></div>
<div><dt>Expected</dt><dd class="lines">${lines(expectation)}</dd></div>${
    why === undefined ? '' : html`<div><dt>Why</dt><dd>${why}</dd></div>`
  }${twin === undefined ? '' : html`<div><dt>Twin</dt><dd><code>${twin}</code></dd></div>`}</dl>
${sent.map((part) => html`<p class="dim small">Over ${carrier}</p><pre class="code" tabindex="0"><code>${lines(renderMessage(part))}</code></pre>`)}
${members.length === 1 ? '' : isAlike(members, columns) ? html`<p class="small">${members.map(({ carrier: one }) => one).join(', ')}: alike.</p>` : carriers(members, columns)}${columns.map((column) => failed(members, column))}`;
}

/** Whether each SDK does the same over every carrier over which it was asked. */
const isAlike = (members: readonly Case[], columns: readonly Column[]): boolean =>
  columns.every(({ sdk }) => {
    const outcomes = members.map(({ id }) => outcomeOf(sdk.newest.statuses.get(id)));
    return new Set(outcomes.filter((one) => one !== 'absent' && one !== 'not-applicable')).size < 2;
  });

/** Over which carrier each SDK did what. */
const carriers = (members: readonly Case[], columns: readonly Column[]): Html => html`<table class="carriers">
<thead><tr><th scope="col">Carrier</th>${columns.map(({ label }) => html`<th scope="col">${label}</th>`)}</tr></thead>
<tbody>${members.map(
  ({ id, carrier }) =>
    html`<tr><th scope="row">${carrier}</th>${columns.map(({ sdk }) => {
      const status = sdk.newest.statuses.get(id);
      const outcome = outcomeOf(status);
      return html`<td class="outcome ${outcome}"><span aria-hidden="true">${CELL_MARKS[outcome]}</span> ${status ?? 'absent'}</td>`;
    })}</tr>`,
)}</tbody></table>`;

/** What an SDK did instead, over the first carrier where it did. */
function failed(members: readonly Case[], { sdk, label }: Column): Html | undefined {
  const first = members.find(({ id }) => sdk.newest.failures.has(id));
  if (first === undefined) return undefined;
  return html`<p class="failed-by"><b>${label}</b> over ${first.carrier}</p>${example(first.id, sdk.newest)}`;
}
