// Which Markdown files become pages, and where.
import type { SiteInput } from '../data/types.js';
import { PATHS } from '../paths.js';
import { type Guide, guideOf } from './guide.js';
import { sourceLinks } from './source-links.js';

/** Sources whose content the site shows in another form. */
const TAKEN: Readonly<Record<string, string>> = {
  docs: PATHS.guides,
  'docs/decisions': PATHS.decisions,
  reports: PATHS.sdks,
  'reports/README.md': PATHS.sdks,
  'reports/matrix.md': PATHS.matrix,
  'reports/matrix.html': PATHS.matrix,
  'suites/positions.json': PATHS.positions,
};

/** The page of a Markdown file; undefined for one that the site shows in another form. */
export function guidePath(source: string, pages: readonly string[]): string | undefined {
  if (source === 'README.md') return 'guides/overview.html';
  if (TAKEN[source] !== undefined || pages.includes(source.replace(/\.md$/, '.html'))) return undefined;
  const name = source.replace(/^.*\//, '').replace(/\.md$/, '').toLowerCase();
  if (source.startsWith('docs/decisions/')) return `decisions/${name}.html`;
  if (source.startsWith('docs/')) return `guides/${name}.html`;
  const [, subject] = /^reports\/([^/]+)\//.exec(source) ?? [];
  return subject === undefined ? `guides/${name}.html` : `sdks/${subject}/${name}.html`;
}

export function guidesOf(input: SiteInput): readonly Guide[] {
  const paths = new Map(
    input.markdown.flatMap(({ path }) => {
      const page = guidePath(path, input.pages);
      return page === undefined ? [] : [[path, page] as const];
    }),
  );
  const reports = new Set(input.sdks.flatMap(({ newest, older }) => [newest, ...older].map(({ file }) => file)));
  const subjects = new Map(input.sdks.map(({ entry }) => [`reports/${entry.id}`, `sdks/${entry.id}/index.html`]));
  const pageOf = (source: string): string | undefined => {
    const html = source.replace(/\.md$/, '.html');
    if (paths.has(source)) return paths.get(source);
    if (reports.has(source)) return source;
    if (TAKEN[source] === undefined && input.pages.includes(html)) return html.replace(/^reports\//, '');
    return TAKEN[source] ?? subjects.get(source);
  };
  return inReadingOrder(input.markdown).flatMap((file) => {
    const path = paths.get(file.path);
    if (path === undefined) return [];
    return [guideOf(file, path, sourceLinks(file.path, path, { pageOf, ...repositoryOf(input) }))];
  });
}

/** As README.md names them, then the others. */
function inReadingOrder(files: SiteInput['markdown']): SiteInput['markdown'] {
  const readme = files.find(({ path }) => path === 'README.md')?.text ?? '';
  const place = ({ path }: SiteInput['markdown'][number]): number => {
    const at = path === 'README.md' ? 0 : readme.indexOf(`](${path})`);
    return at === -1 ? Number.MAX_SAFE_INTEGER : at;
  };
  return files.toSorted((a, b) => place(a) - place(b));
}

const repositoryOf = ({ repository }: SiteInput): { readonly repository?: string } =>
  repository === undefined ? {} : { repository };
