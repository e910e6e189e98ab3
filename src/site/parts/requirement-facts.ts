import type { ExplainedRequirement } from '../../cli/explain/explanation.js';
import { type Html, html } from '../../report/page/html.js';
import { groups } from '../../report/text/sections.js';
import { PATHS } from '../paths.js';

/** What the registry says of a requirement, each column in words, and the positions that influence its verdicts. */
export function requirementFacts(item: ExplainedRequirement['requirement'], link: (to: string) => string): Html {
  const { level, inferred, role, sections, needs, code, since, how, statements, positions } = item;
  const rows: readonly (readonly [term: string, value: Html | string])[] = [
    [
      'Level',
      html`<span class="level ${level.value}">${level.value.toUpperCase()}</span>: ${level.meaning}${
        inferred === undefined ? '' : '; the text has the rule without a keyword of that strength'
      }`,
    ],
    ['Binds', role.meaning],
    [
      'Specification',
      html`${sections.map(
        ({ spec, title, url }) => html`<div><a href="${url}">${title}</a> <span class="dim">${spec}</span></div>`,
      )}<div class="dim">${since.meaning}</div>`,
    ],
    ['Statements', statements.length === 0 ? 'none: the text has no keyword for it' : statementList(statements)],
    ['Seen by', needs.meaning],
    ['Judged', code.meaning],
    ['Tested', how],
  ];
  return html`<dl class="facts">${rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>${
    positions.length === 0
      ? ''
      : html`
<section aria-labelledby="positions">
<h2 id="positions">Positions</h2>
<p class="dim">Where the text is silent or contradicts itself, and what the harness takes it to mean.</p>
${positions.map(
  ({ id, problem, position }) =>
    html`<div class="position"><h3><a href="${link(`${PATHS.positions}#${id}`)}">${id}</a> ${problem}</h3><p>${position}</p></div>`,
)}
</section>`
  }`;
}

/** A statement that both versions have by one id is told once. */
function statementList(statements: ExplainedRequirement['requirement']['statements']): Html {
  const byId = groups(statements, ({ id, keyword }) => `${id} ${keyword}`);
  return html`<ul class="plain">${byId.map(
    ([, [first, ...others]]) =>
      html`<li><code>${first?.id}</code> <span class="dim">${first?.keyword}, ${[first, ...others].map((one) => one?.spec).join(' and ')}</span></li>`,
  )}</ul>`;
}
