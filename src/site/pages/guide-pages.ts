// Guides and decisions: an index of each, and a page for every file.
import { type Html, html } from '../../report/page/html.js';
import type { Guide } from '../markdown/guide.js';
import { linkFrom, PATHS } from '../paths.js';
import type { SiteContext, SitePage } from '../types.js';

/** Below this many sections a page needs no contents of its own. */
const FEW = 4;

export const guidePages = ({ guides }: SiteContext): readonly SitePage[] => [
  index(
    PATHS.guides,
    'Guides',
    guides,
    guides.filter(({ path }) => path.startsWith('guides/')),
  ),
  index(
    PATHS.decisions,
    'Decisions',
    guides,
    guides.filter(({ path }) => path.startsWith('decisions/')),
  ),
  ...guides.map(guidePage),
];

function index(path: string, title: string, all: readonly Guide[], own: readonly Guide[]): SitePage {
  const link = linkFrom(path);
  const decisions = all.filter((one) => one.path.startsWith('decisions/')).length;
  return {
    path,
    title,
    part: 'guides',
    main: html`
<h1>${title}</h1>
<ul class="cards wide">${own.map(
      (guide) => html`
<li><h2><a href="${link(guide.path)}">${guide.title}</a></h2><p class="dim short">${guide.summary}</p></li>`,
    )}
</ul>${
      path === PATHS.guides && decisions > 0
        ? html`
<p><a href="${link(PATHS.decisions)}">${decisions} decisions</a>: what the specification and the issues left open, and what was decided.</p>`
        : ''
    }`,
  };
}

function guidePage({ path, title, summary, heading, body, sections }: Guide): SitePage {
  const link = linkFrom(path);
  const isDecision = path.startsWith('decisions/');
  const isOfSdk = path.startsWith('sdks/');
  const up = isOfSdk ? PATHS.sdks : isDecision ? PATHS.decisions : PATHS.guides;
  return {
    path,
    title,
    part: isOfSdk ? 'sdks' : 'guides',
    description: summary.slice(0, 200),
    main: html`
<p class="crumbs"><a href="${link(up)}">${isOfSdk ? 'SDKs' : isDecision ? 'Decisions' : 'Guides'}</a></p>
<div class="guide">
<div class="heading">${heading}</div>${contents(sections)}
<article>
${body}</article>
</div>`,
  };
}

function contents(sections: Guide['sections']): Html | undefined {
  const main = sections.filter(({ depth }) => depth === 2);
  if (main.length < FEW) return undefined;
  return html`
<nav class="contents" aria-label="On this page"><ul>${main.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>`;
}
