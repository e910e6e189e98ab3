import { html } from '../../report/page/html.js';
import { count } from '../../report/text/layout.js';
import { profilesMatrix } from '../parts/profiles-matrix.js';
import { badgePath, linkFrom, PATHS, sdkPath } from '../paths.js';
import type { SiteContext, SitePage } from '../types.js';
import { badgeText } from './badge-text.js';
import { comparisons } from './comparisons.js';

const link = linkFrom(PATHS.sdks);

/** All SDKs: the table of the front page, a badge each, and how many versions were judged. */
export const sdksIndex = (context: SiteContext): SitePage => ({
  path: PATHS.sdks,
  title: 'SDKs',
  part: 'sdks',
  description: 'What published CloudEvents SDKs show, each behind an adapter.',
  main: html`
<h1>SDKs</h1>
<p class="lead">What published SDKs show, each behind an adapter that calls it as its own documentation does. The numbers do not rank them: each is asked for what it claims.</p>
<ul class="cards">${context.columns.map(
    ({ sdk: { entry, newest, older }, label }) => html`
<li><h3><a href="${link(sdkPath(entry.id))}">${label}</a></h3>
<p class="dim small">${entry.sdk}, ${count(older.length + 1, 'version')} judged</p>
<p><img src="${link(badgePath(entry.id))}" alt="${badgeText(newest)}" height="20"></p></li>`,
  )}
</ul>
<h2 id="profiles">By profile</h2>
${profilesMatrix(context, link)}
<h2 id="comparisons">Side by side</h2>
${comparisons(context, link)}`,
});
