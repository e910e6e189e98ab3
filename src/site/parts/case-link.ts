import { type Html, html } from '../../report/page/html.js';
import { oneLine } from '../../report/page/one-line.js';
import { requirementPath } from '../paths.js';
import type { SiteContext } from '../types.js';

/** The fragment of a variant on the page of its requirement; what cannot be one stands as a hyphen. */
export const variantAnchor = (caseId: string): string =>
  `case-${caseId
    .replace(/^[^/]*\//, '')
    .replace(/@.*$/, '')
    .replaceAll(/[^A-Za-z0-9._-]/g, '-')}`;

/** A requirement as a link where the site has a page for it: a report may be of another suite. */
export function requirementLink(id: string, { registry }: SiteContext, link: (to: string) => string): Html {
  const name = html`<code>${oneLine(id, 120)}</code>`;
  return registry.requirements.has(id) ? html`<a href="${link(requirementPath(id))}">${name}</a>` : name;
}

/** A case as a link to its variant, where the site shows that. */
export function caseLink(id: string, known: ReadonlySet<string>, link: (to: string) => string): Html {
  const name = html`<code>${oneLine(id, 160)}</code>`;
  const requirement = id.replace(/\/.*$/s, '');
  return known.has(id)
    ? html`<a href="${link(`${requirementPath(requirement)}#${variantAnchor(id)}`)}">${name}</a>`
    : name;
}
