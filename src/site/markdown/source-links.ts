// Links between the sources, as links between pages. A link that is right in the repository leads to the page that was made of
// its target, or to the sources where they are published, or nowhere.
import { posix } from 'node:path';
import { linkFrom, PATHS } from '../paths.js';

export interface SourceLinks {
  /** The page of a file or folder of the repository. */
  readonly pageOf: (source: string) => string | undefined;
  readonly repository?: string;
}

/** Resolves the links of `source`, whose page is `page`. */
export function sourceLinks(
  source: string,
  page: string,
  { pageOf, repository }: SourceLinks,
): (href: string) => string | undefined {
  const link = linkFrom(page);
  return (href) => {
    if (href.startsWith('#')) return href;
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) return /^(?:https?|mailto):/i.test(href) ? href : undefined;
    const [path = '', fragment] = href.split('#');
    const target = posix.join(posix.dirname(source), path).replace(/\/$/, '');
    const known = pageOf(target);
    if (known !== undefined) {
      // What was not made of Markdown has other fragments.
      const keeps = fragment !== undefined && target.endsWith('.md') && !Object.values<string>(PATHS).includes(known);
      return link(keeps ? `${known}#${fragment}` : known);
    }
    return repository === undefined || target.startsWith('..') ? undefined : `${repository}/blob/HEAD/${target}`;
  };
}
