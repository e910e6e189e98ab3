import { html } from '../../report/page/html.js';
import { linkFrom, PATHS } from '../paths.js';
import type { SitePage } from '../types.js';

const link = linkFrom(PATHS.notFound);

/** Shown for an address that the site does not have. */
export const notFoundPage = (): SitePage => ({
  path: PATHS.notFound,
  title: 'Not found',
  main: html`
<h1>Not found</h1>
<p class="lead">There is no such page here. A requirement keeps its id for ever, and an SDK its place; a version that was never judged has no page.</p>
<ul class="links"><li><a href="${link(PATHS.home)}">The front page</a></li><li><a href="${link(PATHS.requirements)}">All requirements</a></li><li><a href="${link(PATHS.search)}">Search</a></li></ul>`,
});
