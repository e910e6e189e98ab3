// Writes what `init` made: all that can stand in the way is found before anything is written.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { usageError } from '../../engine/error.js';
import { writeAtomically } from '../write-atomically.js';
import type { NewFile } from './types.js';

/** Throws a usage error where a file is already there. */
export function assertAbsent(paths: readonly string[]): void {
  const there = paths.filter((path) => existsSync(path));
  if (there.length === 0) return;
  throw usageError(
    'init.exists',
    `failed to write ${there.join(' and ')}: ${there.length === 1 ? 'it is' : 'they are'} there already`,
    '--force writes them anew, and brings a baseline up to date',
  );
}

/** Writes the files, each at once and as a whole. Throws a usage error where that cannot be done. */
export function writeFiles(files: readonly NewFile[]): void {
  for (const { path, text } of files) {
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeAtomically(path, text);
    } catch (error) {
      throw usageError(
        'init.write',
        `failed to write ${path}: ${error instanceof Error ? error.message : String(error)}`,
        'make the folder one that can be written to',
      );
    }
  }
}
