// Data files ship beside the code, and the code runs from src/, from dist/src/ and from an installed package.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConformError, EXIT } from './error.js';

let found: string | undefined;

/** The folder of this package's own package.json, as an absolute path. Throws (exit 4) in a broken installation. */
export function packageRoot(): string {
  found ??= rootAbove(fileURLToPath(import.meta.url));
  return found;
}

/** The nearest folder above `file` whose package.json is that of ce-conform. */
export function rootAbove(file: string): string {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (isRoot(folder)) return folder;
    if (folder === dirname(folder)) {
      throw new ConformError({
        code: 'package-root',
        message: `failed to find the package of ce-conform: saw no package.json of that name above ${file}`,
        hint: 'install ce-conform again',
        exit: EXIT.harness,
      });
    }
  }
}

function isRoot(folder: string): boolean {
  const path = join(folder, 'package.json');
  return existsSync(path) && (JSON.parse(readFileSync(path, 'utf8')) as { name?: unknown }).name === 'ce-conform';
}
