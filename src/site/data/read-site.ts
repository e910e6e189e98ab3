// Reads what the site is made of from a checkout of the repository. Reports are read one after the other: one alone takes
// a hundred megabytes of memory.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReport } from '../../cli/read-report.js';
import { readSubjects, type SubjectEntry } from '../../cli/subjects-file.js';
import { usageError } from '../../engine/error.js';
import { byVersion } from './by-version.js';
import type { MarkdownFile, Sdk, SiteInput, Version } from './types.js';
import { versionOf } from './version-of.js';

export interface SiteFlags {
  readonly base?: string;
}

/** Folders whose Markdown becomes pages, beside the folders of the SDKs. */
const FOLDERS = ['docs', 'docs/decisions', 'reports'] as const;

/** Common to all pages first. */
const STYLES = ['base.css', 'page.css', 'site.css'] as const;

/** Reads `root`. Throws a usage error for an impossible base, for a report that is none, and where there is no report at all. */
export function readSite(root: string, { base }: SiteFlags = {}): SiteInput {
  if (base !== undefined && !/^(?:https?:\/\/[^/]+)?\/(?:.*\/)?$/.test(base)) {
    throw usageError(
      'site.base',
      `failed to build the site: ${JSON.stringify(base)} is no place for it`,
      'give a path or an address that ends in a slash, such as /ce-conform/',
    );
  }
  const subjects = readSubjects(join(root, 'adapters', 'subjects.yaml'));
  const sdks = subjects.flatMap((entry) => sdkOf(root, entry) ?? []);
  if (sdks.length === 0) {
    throw usageError(
      'site.reports',
      `failed to build the site: no subject of adapters/subjects.yaml has a report below ${join(root, 'reports')}`,
      'make one: npm run subjects',
    );
  }
  const folders = [...FOLDERS, ...sdks.map(({ entry }) => `reports/${entry.id}`)];
  const repository = repositoryOf(readText(root, 'package.json'));
  return {
    sdks,
    markdown: [markdownFile(root, 'README.md'), ...folders.flatMap((folder) => markdownIn(root, folder))],
    pages: namesIn(root, 'reports', '.html').map((name) => `reports/${name}`),
    ...(repository === undefined ? {} : { repository }),
    ...(base === undefined ? {} : { base }),
    style: STYLES.map((name) => readText(root, `assets/${name}`)).join('\n'),
    script: readText(root, 'assets/site.js'),
  };
}

function sdkOf(root: string, entry: SubjectEntry): Sdk | undefined {
  const names = namesIn(root, `reports/${entry.id}`, '.json').map((name) => name.slice(0, -'.json'.length));
  const [newest, ...older] = names.toSorted(byVersion).map((name) => read(root, entry, name));
  return newest === undefined ? undefined : { entry, newest, older };
}

function read(root: string, { id }: SubjectEntry, version: string): Version {
  const file = `reports/${id}/${version}.json`;
  return versionOf(readReport(join(root, file)), version, file);
}

const markdownIn = (root: string, folder: string): readonly MarkdownFile[] =>
  namesIn(root, folder, '.md').map((name) => markdownFile(root, `${folder}/${name}`));

const markdownFile = (root: string, path: string): MarkdownFile => ({ path, text: readText(root, path) });

const readText = (root: string, path: string): string =>
  readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');

/** By code, so that no locale of a machine orders them. */
function namesIn(root: string, folder: string, ending: string): readonly string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith(ending))
    .sort();
}

function repositoryOf(manifest: string): string | undefined {
  const { repository } = JSON.parse(manifest) as { readonly repository?: string | { readonly url?: string } };
  const url = typeof repository === 'string' ? repository : repository?.url;
  const address = url?.replace(/^git\+/, '').replace(/(?:\.git)?\/?$/, '');
  return address !== undefined && /^https:\/\//.test(address) ? address : undefined;
}
