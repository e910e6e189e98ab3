import { type Html, html } from '../../report/page/html.js';
import { PATHS } from '../paths.js';
import type { SiteContext } from '../types.js';

/** What the finished pages hold, in the order in which they are named. */
const TITLES: readonly (readonly [page: string, title: string])[] = [
  ['interop.html', 'Interoperability: every encoder against every decoder'],
  ['interop-carriers.html', 'One event in every mode of every binding'],
  ['interop-cesql.html', 'CloudEvents SQL: engine against engine'],
];

/** Links to the tables that stand on pages of their own. */
export function comparisons({ pages }: SiteContext, link: (to: string) => string): Html {
  const names = pages.map(taken).filter((name) => name !== PATHS.matrix);
  const titled = TITLES.filter(([name]) => names.includes(name));
  const others = names.filter((name) => !titled.some(([known]) => known === name));
  return html`<ul class="links">
<li><a href="${link(PATHS.matrix)}">The matrix: every requirement by every SDK</a></li>${[
    ...titled,
    ...others.map((name) => [name, name.replace(/\.html$/, '')] as const),
  ].map(
    ([name, title]) => html`
<li><a href="${link(name)}">${title}</a></li>`,
  )}
</ul>`;
}

/** Where a page of `reports/` stands in the site. */
export const taken = (page: string): string => page.replace(/^reports\//, '');
