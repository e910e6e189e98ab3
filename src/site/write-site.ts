// Writes a built site into a folder of its own.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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
  assertOurs(folder);
  for (const name of existsSync(folder) ? readdirSync(folder) : []) rmSync(join(folder, name), { recursive: true });
  const place = (path: string): string => {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    return target;
  };
  for (const [path, text] of files) writeFileSync(place(path), text);
  for (const [path, source] of copies) copyFileSync(join(root, source), place(path));
}

/** Throws a usage error for a folder that holds anything but a site. */
export function assertOurs(folder: string): void {
  if (!existsSync(folder)) return;
  if (statSync(folder).isDirectory()) {
    const front = join(folder, PATHS.home);
    const isOlderSite = existsSync(front) && readFileSync(front, 'utf8').includes(GENERATOR);
    if (isOlderSite || readdirSync(folder).length === 0) return;
  }
  throw usageError(
    'site.folder',
    `failed to write the site: ${folder} holds something else`,
    'name a folder that is new or empty, or that holds an older site',
  );
}
