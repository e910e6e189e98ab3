// All requirements by document and section, in the order of the specification's table of contents.

import { roleWords } from '../../cli/explain/words.js';
import type { Requirement } from '../../engine/requirement.js';
import { AGREEMENTS } from '../../report/matrix/agreement.js';
import { GROUP_TITLES } from '../../report/matrix/marks.js';
import type { Agreement, Row } from '../../report/matrix/types.js';
import { filterForm } from '../../report/page/filters.js';
import { type Html, html } from '../../report/page/html.js';
import { count } from '../../report/text/layout.js';
import { contentsOf, type DocumentContents } from '../parts/contents-of.js';
import { legend } from '../parts/legend.js';
import { requirementHead, requirementRow } from '../parts/requirement-rows.js';
import { linkFrom, PATHS } from '../paths.js';
import type { SiteContext, SitePage } from '../types.js';

const link = linkFrom(PATHS.requirements);
const LEVELS = ['must', 'should', 'may', 'info'] as const;

export function requirementsIndex(context: SiteContext): SitePage {
  const documents = contentsOf(context.registry);
  const rows = new Map(context.matrix.requirements.map((row) => [row.id, row]));
  return {
    path: PATHS.requirements,
    title: 'Requirements',
    part: 'requirements',
    description: 'Every requirement of CloudEvents that is judged, by document and section.',
    main: html`
<h1>Requirements</h1>
<p class="lead">${count(context.registry.requirements.size, 'requirement')} in our words, in the order of the specification, and what each SDK does about it.
Where the text is silent or contradicts itself there are <a href="${link(PATHS.positions)}">${count(context.registry.positions.size, 'numbered position')}</a>.</p>
<ul class="links">${documents.map(
      ({ id, title, sections }) =>
        html`<li><a href="#${id}">${title}</a> <span class="dim">${sections.reduce((sum, { requirements }) => sum + requirements.length, 0)}</span></li>`,
    )}</ul>
${filters(context)}
${legend()}
${documents.map((document) => documentTable(document, rows, context))}`,
  };
}

function filters({ registry, matrix }: SiteContext): Html {
  const roles = new Set([...registry.requirements.values()].map(({ role }) => role));
  const standings = new Set(matrix.requirements.map(({ agreement }) => agreement));
  return filterForm(
    [
      {
        name: 'document',
        label: 'Document',
        any: 'All documents',
        options: [...registry.documents.values()].map(({ document, title }) => [document, title]),
      },
      {
        name: 'level',
        label: 'Level',
        any: 'All levels',
        options: LEVELS.map((level) => [level, level.toUpperCase()]),
      },
      { name: 'role', label: 'Binds', any: 'Every role', options: [...roles].map((role) => [role, roleWords(role)]) },
      {
        name: 'standing',
        label: 'SDKs',
        any: 'Whatever they do',
        options: AGREEMENTS.filter((one) => standings.has(one)).map((one) => [one, GROUP_TITLES[one]]),
      },
    ],
    'id, rule, section',
  );
}

const documentTable = (
  { id, title, sections }: DocumentContents,
  rows: ReadonlyMap<string, Row>,
  context: SiteContext,
): Html => html`
<section data-group>
<h2 id="${id}">${title}</h2>
<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
<table class="requirements">
${requirementHead(context, link)}
${sections.map(
  ({ title: section, url, requirements }) => html`<tbody data-group>
<tr class="group"><th scope="rowgroup" colspan="${context.columns.length + 1}"><span>${url === undefined ? section : html`<a href="${url}">${section}</a>`}</span></th></tr>${requirements.map(
    (one) =>
      requirementRow(one, rows.get(one.id), context, link, attributes(one, section, rows.get(one.id)?.agreement)),
  )}
</tbody>`,
)}
</table>
</div>
</section>`;

const attributes = ({ id, level, role, section }: Requirement, title: string, standing: Agreement = 'unseen'): Html =>
  html` data-entry="${id} ${title}" data-document="${(section['1.0.2'] ?? section.main)?.document}" data-level="${level}" data-role="${role}" data-standing="${standing}"`;
