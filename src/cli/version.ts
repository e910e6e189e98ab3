import { readFileSync } from 'node:fs';

/** The version of this package, from its package.json. */
export function version(): string {
  // dist/src/cli/ in the package, src/cli/ in the sources.
  const here = new URL(import.meta.url);
  const root = new URL(here.pathname.includes('/dist/src/cli/') ? '../../../' : '../../', here);
  return (JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string }).version;
}
