// The frame of every page: head, navigation, search, foot. The policy lets in what lies beside the page, and nothing else.
import { type Html, html } from '../../report/page/html.js';
import { linkFrom, PATHS } from '../paths.js';
import type { Part, SitePage } from '../types.js';

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
];

const PARTS: readonly (readonly [part: Part, path: string, label: string])[] = [
  ['sdks', PATHS.sdks, 'SDKs'],
  ['requirements', PATHS.requirements, 'Requirements'],
  ['guides', PATHS.guides, 'Guides'],
];

/** What tells a folder of ours from one that must not be written over. */
export const GENERATOR = '<meta name="generator" content="ce-conform site">';

/** The page as a file. `base` is for a page that is shown at addresses other than its own. */
export function renderSitePage(page: SitePage, base?: string): string {
  const link = linkFrom(page.path);
  const policy = [...POLICY, base === undefined ? "base-uri 'none'" : "base-uri 'self'"].join('; ');
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">${
    base === undefined ? '' : html`\n<base href="${base}">`
  }
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${{ html: GENERATOR }}
<title>${page.title === NAME ? TITLE : `${page.title} · ${NAME}`}</title>${
    page.description === undefined ? '' : html`\n<meta name="description" content="${page.description}">`
  }
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${link(PATHS.style)}">
<script src="${link(PATHS.script)}" defer></script>
</head>
<body class="site">
${base === undefined ? html`<a class="skip" href="#main">Skip to the content</a>\n` : ''}<header class="top">
<div class="bar">
<a class="brand" href="${link(PATHS.home)}"${current(page.path === PATHS.home)}>${NAME}</a>
<nav aria-label="Site">${PARTS.map(
    ([part, path, label]) =>
      html`<a href="${link(path)}"${current(page.part === part, page.path === path)}>${label}</a>`,
  )}</nav>
${page.part === 'search' ? '' : searchForm(link(PATHS.search))}
</div>
</header>
<main id="main" tabindex="-1">
${page.main}
</main>
<footer class="foot"><p>Made by ce-conform from JSON reports. CloudEvents is a project of the Cloud Native Computing Foundation; this harness is an
independent work. Whatever is wrong here is a defect of this project.</p></footer>
</body>
</html>
`.html;
}

const NAME = 'ce-conform';
const TITLE = 'ce-conform: does it speak CloudEvents?';

const current = (isPart: boolean, isPage: boolean = isPart): Html | undefined =>
  isPage ? html` aria-current="page"` : isPart ? html` aria-current="true"` : undefined;

const searchForm = (action: string): Html => html`<form class="find" role="search" action="${action}">
<input type="search" name="q" aria-label="Search requirements and guides" placeholder="id, rule, guide" autocomplete="off" spellcheck="false"><button>Search</button>
</form>`;
