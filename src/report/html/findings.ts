// Failures grouped by their cause, then warnings: the rules that they break, an example, and how to see it again.
import type { Finding } from '../../engine/findings.js';
import { type Html, html } from '../page/html.js';
import { oneLine } from '../page/one-line.js';
import { count } from '../text/layout.js';
import { showPair } from '../text/show-value.js';
import { isFailed } from '../text/view.js';
import type { CaseReport } from '../types.js';
import { addressOf, anchor } from './anchor.js';
import { command } from './command.js';
import { later } from './later.js';
import type { Sheet } from './types.js';

/** Longest foreign text, in characters. Cases named of one finding. */
const [MOST, MOST_CASES] = [300, 40];

export function findings(sheet: Sheet): Html {
  const { failures, warnings } = sheet.view;
  return html`${
    failures.length === 0
      ? ''
      : html`<section aria-labelledby="findings">
<h2 id="findings">Findings <small>${failures.length}</small></h2>
${failures.map((finding, index) => item(finding, `${index + 1}`, 'failed', sheet))}</section>`
  }${
    warnings.length === 0
      ? ''
      : html`<section aria-labelledby="warnings">
<h2 id="warnings">Warnings <small>${warnings.length}</small></h2>
<p class="dim">A rule weaker than MUST does not hold; the verdict stays as it is.</p>
${warnings.map((finding) => item(finding, '!', 'warned', sheet))}</section>`
  }`;
}

function item(finding: Finding, number: string, look: 'failed' | 'warned', sheet: Sheet): Html {
  const { id, title, requirements, cases } = finding;
  const members = cases.flatMap((one) => sheet.view.cases.get(one) ?? []);
  const example = members.find(isFailed) ?? members[0];
  return html`<details class="finding"${anchor(id)}>
<summary><b class="number ${look}">${number}</b><span class="title">${oneLine(title, MOST)}</span><span class="tally">${count(cases.length, 'case')}${news(finding, sheet)}</span></summary>
${later(html`<div class="about">
<ul class="broken">${requirements.map((one) => broken(one, sheet))}</ul>
${example === undefined ? '' : exampleOf(example, sheet)}${also(cases, example)}</div>`)}
</details>
`;
}

function broken(id: string, { registry, report }: Sheet): Html {
  const known = registry.requirements.get(id);
  const level = report.requirements.find((one) => one.id === id)?.level ?? known?.level;
  const positions = known?.positions ?? [];
  return html`<li><a href="${addressOf(id)}"><code>${oneLine(id, 120)}</code></a>${
    level === undefined ? '' : html` <span class="level ${level}">${level.toUpperCase()}</span>`
  } ${known?.rule}${positions.length === 0 ? '' : html` <span class="dim">(position ${positions.map((one, index) => html`${index === 0 ? '' : ', '}<a href="${addressOf(one)}">${one}</a>`)})</span>`}</li>`;
}

function exampleOf(item: CaseReport, { rerun }: Sheet): Html {
  const { expected, actual } = showPair(item.expected, item.actual, MOST);
  return html`<p>For example <a href="${addressOf(item.id)}"><code>${oneLine(item.id, MOST)}</code></a>: ${oneLine(item.title, MOST)}</p>
${item.message === undefined ? '' : html`<p>${oneLine(item.message, MOST)}</p>\n`}${
  item.expected === undefined && item.actual === undefined
    ? ''
    : html`<dl class="pair"><div><dt>expected</dt><dd><code>${expected}</code></dd></div><div><dt>actual</dt><dd><code>${actual}</code></dd></div></dl>\n`
}${command(rerun(item.id))}`;
}

function also(cases: readonly string[], example: CaseReport | undefined): Html | undefined {
  const others = cases.filter((id) => id !== example?.id);
  if (others.length === 0) return undefined;
  const more = others.length - MOST_CASES;
  return html`<p class="also">Also ${others.slice(0, MOST_CASES).map((id, index) => html`${index === 0 ? '' : ', '}<a href="${addressOf(id)}">${oneLine(id, 120)}</a>`)}${more > 0 ? ` and ${more} more` : ''}</p>`;
}

function news({ cases }: Finding, { view: { news: all } }: Sheet): string {
  if (all === undefined) return '';
  const number = cases.filter((id) => all.has(id)).length;
  return number === 0 ? ', none new' : `, ${number} new`;
}
