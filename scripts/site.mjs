#!/usr/bin/env node
// Builds the static site from reports/ and docs/: the SDKs, every requirement, the guides.
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const USAGE = `usage: npm run site [-- --out DIR] [--base URL]

  --out DIR   the folder to write (default: site); an older site in it is replaced
  --base URL  where the site will be, such as /ce-conform/ or https://example.org/ce-conform/: only the page of what is not
              found needs to know, because it is shown at any address
`;

const root = fileURLToPath(new URL('..', import.meta.url));

async function main(argv) {
  const { values } = parseArgs({
    args: argv,
    options: { out: { type: 'string' }, base: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return tell(USAGE);
  const out = values.out ?? join(root, 'site');
  // When there is something to do: help and a slip need none of it.
  const { assertOurs, writeSite } = await import('../dist/src/site/write-site.js');
  assertOurs(out);
  const { readSite } = await import('../dist/src/site/data/read-site.js');
  const { buildSite } = await import('../dist/src/site/build-site.js');
  const site = buildSite(readSite(root, values.base === undefined ? {} : { base: values.base }));
  writeSite(site, root, out);
  tell(
    `${site.files.size + site.copies.size} files in ${relative(process.cwd(), out) || '.'}: open ${join(relative(process.cwd(), out), 'index.html')}\n`,
  );
}

const tell = (text) => process.stdout.write(text);

try {
  await main(process.argv.slice(2));
} catch (error) {
  const { message, hint } = error.diagnostic ?? error;
  process.stderr.write(`error: ${message}\n${hint === undefined ? `\n${USAGE}` : `  hint: ${hint}\n`}`);
  process.exitCode = 2;
}
