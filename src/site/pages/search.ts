// The search: all there is to find stands in the page, so that it needs no server, and is a plain index without a script.

import { nameOf } from '../../report/matrix/name-of.js';
import { type Html, html } from '../../report/page/html.js';
import { oneLine } from '../../report/page/one-line.js';
import { linkFrom, PATHS, requirementPath, sdkPath } from '../paths.js';
import type { SiteContext, SitePage } from '../types.js';

interface Entry {
  readonly href: string;
  readonly title: string | Html;
  readonly text: string;
}

/** Longest title of a finding, in characters. */
const MOST = 200;

const link = linkFrom(PATHS.search);

export const searchPage = (context: SiteContext): SitePage => ({
  path: PATHS.search,
  title: 'Search',
  part: 'search',
  main: html`
<h1>Search</h1>
<form class="search" role="search" aria-label="Requirements, guides and findings"><input type="search" name="q" aria-label="Search requirements, guides and findings" autocomplete="off" spellcheck="false" placeholder="such as percent, core.type, data_base64, A31"><p class="count" role="status"></p></form>
<noscript><p class="note">Without JavaScript this is an index: use the search of the browser.</p></noscript>
<div class="found">
${group('Requirements', requirements(context))}
${group('Guides', guides(context, 'guides/'))}
${group('SDKs and findings', findings(context))}
${group('Positions', positions(context))}
${group('Decisions', guides(context, 'decisions/'))}
</div>`,
});

const group = (title: string, entries: readonly Entry[]): Html => html`
<section data-group><h2>${title}</h2>
<ul>${entries.map(
  ({ href, title: name, text }) => html`
<li data-entry><a href="${href}">${name}</a> <span class="more">${text}</span></li>`,
)}
</ul></section>`;

const requirements = ({ registry }: SiteContext): readonly Entry[] =>
  [...registry.requirements.values()].map(({ id, rule, section }) => ({
    href: link(requirementPath(id)),
    title: html`<code>${id}</code>`,
    text: `${rule}. ${(section['1.0.2'] ?? section.main)?.title ?? ''}`,
  }));

const guides = ({ guides: all }: SiteContext, folder: string): readonly Entry[] =>
  all
    .filter(({ path }) => path.startsWith(folder))
    .flatMap(({ path, title, sections }) =>
      sections.map((section, index) => ({
        href: link(index === 0 ? path : `${path}#${section.id}`),
        title: index === 0 ? title : `${title}: ${section.title}`,
        text: section.text,
      })),
    );

const findings = ({ columns }: SiteContext): readonly Entry[] =>
  columns.flatMap(({ sdk: { entry, newest }, label }) => [
    { href: link(sdkPath(entry.id)), title: nameOf(newest.excerpt), text: `${newest.excerpt.verdict}, ${entry.sdk}` },
    ...newest.findings.map(({ anchor, title, requirements: broken }) => ({
      href: link(`${sdkPath(entry.id)}#${anchor}`),
      title: `${label}: ${oneLine(title, MOST)}`,
      text: broken.map((id) => oneLine(id, 120)).join(' '),
    })),
  ]);

const positions = ({ registry }: SiteContext): readonly Entry[] =>
  [...registry.positions.values()].map(({ id, problem, position }) => ({
    href: link(`${PATHS.positions}#${id}`),
    title: `${id}: ${problem}`,
    text: position,
  }));
