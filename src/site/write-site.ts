// Writes a built site into a folder of its own.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { usageError } from '../engine/error.js';
import { GENERATOR } from './parts/site-page.js';
import { PATHS } from './paths.js';
import type { Site } from './types.js';

/**
 * Writes the site into `folder`, in the place of an older one. `root` is the repository that files are taken over from. Throws a usage error
 * for a folder that holds anything else.
 */
export function writeSite({ files, copies }: Site, root: string, folder: string): void {
  makeRoom(folder);
  const place = (path: string): string => {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    return target;
  };
  for (const [path, text] of files) writeFileSync(place(path), text);
  for (const [path, source] of copies) copyFileSync(join(root, source), place(path));
}

function makeRoom(folder: string): void {
  if (!existsSync(folder)) return;
  const isEmpty = readdirSync(folder).length === 0;
  const front = join(folder, PATHS.home);
  if (!isEmpty && !(existsSync(front) && readFileSync(front, 'utf8').includes(GENERATOR))) {
    throw usageError(
      'site.folder',
      `failed to write the site: ${folder} holds something else`,
      'name a folder that is new or empty, or that holds an older site',
    );
  }
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
}
