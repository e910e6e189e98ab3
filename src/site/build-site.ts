// From what was read to the pages of the site. Equal input gives equal bytes: no clock, and no order but that of the input.
import { loadRegistry } from '../../suites/registry.js';
import { loadSuite } from '../../suites/suite.js';
import { buildMatrix } from '../report/matrix/build-matrix.js';
import { renderHtml } from '../report/matrix/html/render-html.js';
import { groups } from '../report/text/sections.js';
import type { SiteInput } from './data/types.js';
import { guidesOf } from './markdown/guides-of.js';
import { taken } from './pages/comparisons.js';
import { frontPage } from './pages/front.js';
import { guidePages } from './pages/guide-pages.js';
import { notFoundPage } from './pages/not-found.js';
import { positionsPage } from './pages/positions.js';
import { requirementPage } from './pages/requirement.js';
import { requirementsIndex } from './pages/requirements-index.js';
import { sdkPage } from './pages/sdk.js';
import { sdksIndex } from './pages/sdks-index.js';
import { searchPage } from './pages/search.js';
import { columnsOf } from './parts/columns-of.js';
import { renderSitePage } from './parts/site-page.js';
import { badgePath, PATHS } from './paths.js';
import type { Site, SiteContext, SitePage } from './types.js';

export function buildSite(input: SiteInput): Site {
  const context = contextOf(input);
  const pages = [...pagesOf(context)].map((page): readonly [string, string] => [
    page.path,
    renderSitePage(page, page.path === PATHS.notFound ? input.base : undefined),
  ]);
  const files = [
    ...pages,
    [PATHS.matrix, renderHtml(context.matrix)] as const,
    [PATHS.style, input.style] as const,
    [PATHS.script, input.script] as const,
    ...badges(input),
  ];
  const copies = [
    ...input.pages.map((page) => [taken(page), page] as const).filter(([path]) => path !== PATHS.matrix),
    ...versions(input).map(({ file }) => [file, file] as const),
  ];
  const repeated = [...files, ...copies].map(([path]) => path).find((path, index, all) => all.indexOf(path) !== index);
  if (repeated !== undefined) throw new Error(`two files of the site would be ${repeated}`);
  return { files: new Map(files), copies: new Map(copies) };
}

/** What page makers look at, from what was read. */
export function contextOf(input: SiteInput): SiteContext {
  const [registry, suite] = [loadRegistry(), loadSuite()];
  return {
    ...input,
    registry,
    suite,
    matrix: buildMatrix(input.sdks.map(({ newest }) => newest.excerpt)),
    columns: columnsOf(input.sdks),
    guides: guidesOf(input),
    caseIds: new Set(suite.cases.map(({ id }) => id)),
  };
}

function* pagesOf(context: SiteContext): Generator<SitePage> {
  yield frontPage(context);
  yield sdksIndex(context);
  for (const sdk of context.sdks) {
    for (const version of [sdk.newest, ...sdk.older]) yield sdkPage(sdk, version, context);
  }
  yield requirementsIndex(context);
  const cases = new Map(groups(context.suite.cases, ({ requirement }) => requirement.id));
  for (const requirement of context.registry.requirements.values()) {
    yield requirementPage(requirement, cases.get(requirement.id) ?? [], context);
  }
  yield positionsPage(context);
  yield* guidePages(context);
  yield searchPage(context);
  yield notFoundPage();
}

const versions = ({ sdks }: SiteInput): SiteInput['sdks'][number]['older'] =>
  sdks.flatMap(({ newest, older }) => [newest, ...older]);

const badges = ({ sdks }: SiteInput): readonly (readonly [string, string])[] =>
  sdks.flatMap(({ entry, newest, older }) => [
    [badgePath(entry.id), newest.badge] as const,
    ...older.map(({ version, badge }) => [badgePath(entry.id, version), badge] as const),
  ]);
