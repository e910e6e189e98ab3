// Where each page of the site is, and how one links to another. Links are relative: the site works below any address, and from
// a folder without a server.
import { posix } from 'node:path';

export const PATHS = {
  home: 'index.html',
  notFound: '404.html',
  search: 'search.html',
  matrix: 'matrix.html',
  sdks: 'sdks/index.html',
  requirements: 'requirements/index.html',
  positions: 'requirements/positions.html',
  guides: 'guides/index.html',
  decisions: 'decisions/index.html',
  style: 'assets/site.css',
  script: 'assets/site.js',
} as const;

export const requirementPath = (id: string): string => `requirements/${id}.html`;

/** The page of the newest version, or of an older one. */
export const sdkPath = (id: string, version: string = 'index'): string => `sdks/${id}/${version}.html`;

export const badgePath = (id: string, version?: string): string =>
  `sdks/${id}/${version === undefined ? 'badge' : `badge-${version}`}.svg`;

/** The link from one page to another, which may have a fragment. */
export function linkFrom(page: string): (to: string) => string {
  const folder = posix.dirname(page);
  return (to) => {
    const [path = '', fragment] = to.split('#');
    const relative = path === page ? '' : posix.relative(folder, path);
    return fragment === undefined ? relative || posix.basename(page) : `${relative}#${fragment}`;
  };
}
