import { html } from '../../report/page/html.js';
import { linkFrom, PATHS, requirementPath } from '../paths.js';
import type { SiteContext, SitePage } from '../types.js';

const link = linkFrom(PATHS.positions);

/** Where the specification is silent or contradicts itself, and what follows for which requirements. */
export const positionsPage = ({ registry }: SiteContext): SitePage => ({
  path: PATHS.positions,
  title: 'Positions',
  part: 'requirements',
  description:
    'Where the CloudEvents specification is silent or contradicts itself, and what the harness takes it to mean.',
  main: html`
<p class="crumbs"><a href="${link(PATHS.requirements)}">Requirements</a></p>
<h1>Positions</h1>
<p class="lead">Where the specification is silent or contradicts itself the harness takes a position, and prints its number beside every verdict that it influences.</p>
${[...registry.positions.values()].map(({ id, problem, position }) => {
  const influenced = [...registry.requirements.values()].filter(({ positions }) => positions.includes(id));
  return html`
<section class="position" aria-labelledby="${id}"><h2 id="${id}">${id} <a class="anchor" href="#${id}" aria-label="Link to ${id}">#</a></h2>
<p>${problem}.</p><p><b>Position</b> ${position}.</p>
<p class="dim small">${
    influenced.length === 0
      ? 'Influences no requirement.'
      : influenced.map(({ id: one }) => html`<a href="${link(requirementPath(one))}"><code>${one}</code></a> `)
  }</p></section>`;
})}`,
});
