// Reads pages as a browser does, and follows every link between them.
import { posix } from 'node:path';
import { type DefaultTreeAdapterMap, parse } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];

interface ReadPage {
  readonly ids: ReadonlySet<string>;
  readonly links: readonly string[];
  readonly problems: readonly string[];
}

/** Pages whose markup is broken, ids that are there twice, and links inside of the site that lead nowhere. */
export function linkProblems(files: ReadonlyMap<string, string>, others: ReadonlySet<string>): readonly string[] {
  const pages = new Map(
    [...files].flatMap(([path, text]) => (path.endsWith('.html') ? [[path, readPage(text)] as const] : [])),
  );
  return [...pages].flatMap(([path, { links, problems }]) => [
    ...problems.map((problem) => `${path}: ${problem}`),
    ...links.flatMap((link) => problemOf(link, path, pages, files, others) ?? []),
  ]);
}

function problemOf(
  link: string,
  page: string,
  pages: ReadonlyMap<string, ReadPage>,
  files: ReadonlyMap<string, string>,
  others: ReadonlySet<string>,
): string | undefined {
  if (/^(?:https?|mailto|data):/.test(link)) return undefined;
  const [path = '', fragment] = link.split('#');
  const target = path === '' ? page : posix.join(posix.dirname(page), path);
  if (link.startsWith('/') || target.startsWith('..')) return `${page}: ${link} leaves the site`;
  if (!files.has(target) && !others.has(target)) return `${page}: ${link} leads nowhere`;
  // What has an equals sign is the state of a form.
  if (fragment === undefined || fragment.includes('=') || others.has(target)) return undefined;
  return pages.get(target)?.ids.has(decodeURIComponent(fragment)) ? undefined : `${page}: ${link} names nothing`;
}

function readPage(text: string): ReadPage {
  const problems: string[] = [];
  const ids = new Set<string>();
  const links: string[] = [];
  const document = parse(text, {
    onParseError: ({ code, startLine }) => problems.push(`${code} in line ${startLine}`),
    sourceCodeLocationInfo: false,
  });
  const visit = (node: Node): void => {
    if ('attrs' in node) {
      for (const { name, value } of node.attrs) {
        if (name === 'id') {
          if (ids.has(value)) problems.push(`two ids ${value}`);
          ids.add(value);
        }
        if (['href', 'src', 'action'].includes(name)) links.push(value);
        if (name === 'style' || name.startsWith('on')) problems.push(`${name} would be blocked by the policy`);
        if (name === 'aria-labelledby') links.push(`#${value}`);
      }
    }
    if ('content' in node) visit(node.content);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(document);
  return { ids, links, problems };
}
