// Files named on the command line. A shell expands most globs itself; one that is quoted comes here as it was written.
import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import picomatch from 'picomatch';
import { usageError } from '../engine/error.js';

/** Folders that a glob does not look into: nobody keeps reports there, and they are large. */
const PASSED_OVER: ReadonlySet<string> = new Set(['node_modules']);

/**
 * The files of these arguments, each once, those of one glob by name. A glob matches files below the working directory
 * or the folder it names, no hidden ones, and follows no link to a folder. A name that exists is taken as it is. Throws
 * a usage error for a glob that matches nothing.
 */
export function expandGlobs(args: readonly string[]): readonly string[] {
  const files = args.flatMap((arg) => (existsSync(arg) || !picomatch.scan(arg).isGlob ? [arg] : matches(arg)));
  return [...new Map(files.map((file) => [resolve(file), file])).values()];
}

function matches(pattern: string): readonly string[] {
  const { base, glob } = picomatch.scan(pattern);
  const isMatch = picomatch(glob);
  const found = walk(base === '' ? '.' : base, '').filter((path) => isMatch(path));
  if (found.length > 0) return found.map((path) => (base === '' ? path : join(base, path))).sort();
  throw usageError(
    'files.unmatched',
    `failed to find files: nothing matches ${JSON.stringify(pattern)}`,
    'check the folder; ** matches any number of folders',
  );
}

/** Files below a folder, as paths from it with slashes. A folder that cannot be read has none. */
function walk(root: string, below: string): readonly string[] {
  return entries(join(root, below)).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return PASSED_OVER.has(entry.name) || entry.name.startsWith('.') ? [] : walk(root, path);
    return [path];
  });
}

function entries(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
