// What is broken, by its cause: a maintainer reads one finding with its cases rather than forty cases.
import { type Html, html } from '../../report/page/html.js';
import { oneLine } from '../../report/page/one-line.js';
import { count } from '../../report/text/layout.js';
import { quoteArgument } from '../../report/text/rerun.js';
import { showPair } from '../../report/text/show-value.js';
import type { ReportedFinding, Sdk, Version } from '../data/types.js';
import type { SiteContext } from '../types.js';
import { caseLink, requirementLink } from './case-link.js';

/** Longest text of a report that a line repeats; most cases that a finding lists: the report has them all. */
const [MOST, MOST_CASES] = [300, 60];

export function findingsSection(sdk: Sdk, version: Version, context: SiteContext, link: (to: string) => string): Html {
  // The adapter that is there is made for the newest version.
  const program = version === sdk.newest ? sdk.entry.run : ['PROGRAM'];
  const parts = [
    [
      'findings',
      'Findings',
      version.findings.filter(({ isBreach }) => isBreach),
      'Each breaks at least one MUST requirement.',
    ],
    [
      'warnings',
      'Warnings',
      version.findings.filter(({ isBreach }) => !isBreach),
      'Rules weaker than MUST that do not hold. They do not change the verdict.',
    ],
  ] as const;
  return html`${parts.map(
    ([id, title, findings, what]) => html`
<section aria-labelledby="${id}">
<h2 id="${id}">${title} <small class="dim">${findings.length}</small></h2>
${
  findings.length === 0
    ? html`<p class="dim">None.</p>`
    : html`<p class="dim">${what}</p><ol class="findings">${findings.map((one) => finding(one, version, program, context, link))}
</ol>`
}
</section>`,
  )}`;
}

function finding(
  { anchor, title, requirements, cases }: ReportedFinding,
  version: Version,
  program: readonly string[],
  context: SiteContext,
  link: (to: string) => string,
): Html {
  const [first = ''] = cases;
  const more = cases.length - MOST_CASES;
  return html`
<li id="${anchor}"><h3>${oneLine(title, MOST)}</h3>
<p>${requirements.map((id) => html`${requirementLink(id, context, link)} `)}<span class="dim">${count(cases.length, 'case')}</span></p>
<details><summary>Evidence and cases</summary>
${example(first, version)}
<pre class="code" tabindex="0"><code>${['ce-conform', '--only', first, '--adapter', '--', ...program].map(quoteArgument).join(' ')}</code></pre>
<ul class="cases">${cases.slice(0, MOST_CASES).map((id) => html`<li>${caseLink(id, context.caseIds, link)}</li>`)}${
    more > 0 ? html`<li>and ${more} more</li>` : ''
  }</ul>
</details></li>`;
}

/** What was expected of one case, and what came. */
export function example(caseId: string, { failures }: Version): Html | undefined {
  const failure = failures.get(caseId);
  if (failure === undefined) return undefined;
  const { message, expected, actual } = failure;
  const pair = showPair(expected, actual, MOST);
  return html`<dl class="pair">${message === undefined ? '' : html`<div><dt>Seen</dt><dd>${oneLine(message, MOST)}</dd></div>`}${
    expected === undefined && actual === undefined
      ? ''
      : html`<div><dt>Expected</dt><dd><code>${pair.expected}</code></dd></div><div><dt>Actual</dt><dd><code>${pair.actual}</code></dd></div>`
  }</dl>`;
}
