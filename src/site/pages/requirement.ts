// The page of one requirement: what it asks and why, what each SDK does, and every case.
import { type ExplainedRequirement, explanation } from '../../cli/explain/explanation.js';
import type { Case } from '../../engine/case.js';
import type { Requirement } from '../../engine/requirement.js';
import { html } from '../../report/page/html.js';
import { groups } from '../../report/text/sections.js';
import { casesSection } from '../parts/cases-section.js';
import { requirementFacts } from '../parts/requirement-facts.js';
import { breakable } from '../parts/requirement-rows.js';
import { resultsTable } from '../parts/results-table.js';
import { linkFrom, PATHS, requirementPath } from '../paths.js';
import type { SiteContext, SitePage } from '../types.js';

export function requirementPage(requirement: Requirement, cases: readonly Case[], context: SiteContext): SitePage {
  const { id, rule } = requirement;
  const path = requirementPath(id);
  const link = linkFrom(path);
  const variants = groups(cases, variantOf).map(([, members]) => members);
  const explained = explainedOf(requirement, variants, context);
  const section = requirement.section['1.0.2'] ?? requirement.section.main;
  const title = section && context.registry.documents.get(section.document)?.title;
  return {
    path,
    title: id,
    part: 'requirements',
    description: rule,
    main: html`
<p class="crumbs"><a href="${link(PATHS.requirements)}">Requirements</a>${
      section === undefined
        ? ''
        : html` <a href="${link(`${PATHS.requirements}#${section.document}`)}">${title ?? section.document}</a> ${section.title}`
    }</p>
<h1 class="id"><code>${breakable(id)}</code></h1>
<p class="rule-text">${rule}</p>
${requirementFacts(explained.requirement, link)}
<section>
<h2 id="results">Who keeps it</h2>
${resultsTable(id, context, link)}
</section>
${casesSection(explained, variants, context)}`,
  };
}

/** A variant is one vector over all its carriers. */
const variantOf = ({ id }: Case): string => id.replace(/@[^@]*$/, '');

// One case of each variant is explained: its carriers differ in the form of the message alone.
function explainedOf(
  requirement: Requirement,
  variants: readonly (readonly Case[])[],
  { suite, registry }: SiteContext,
): ExplainedRequirement {
  const cases = variants.flatMap(([first]) => first ?? []);
  const explained = explanation({ kind: 'requirement', id: requirement.id, requirement, cases }, suite, registry);
  if (explained.kind === 'position') throw new Error('a requirement was explained as a position');
  return explained;
}
