// Starting programs, and telling which of them are there.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Runs a command line without a shell. What it writes is kept. */
export function run([command, ...rest], cwd) {
  const { status, stderr, error } = spawnSync(command, rest, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (error) throw new Error(`failed to start ${command}: ${error.message}`);
  return { status, stderr };
}

/** The same, for commands that have to end well. */
export function runOrThrow(argv, cwd) {
  const { status, stderr } = run(argv, cwd);
  if (status !== 0) throw new Error(`${argv.join(' ')} ended with ${status} in ${cwd}:\n${stderr.slice(-2000)}`);
}

/** Those of the commands that are not on the path. */
export const missingTools = (tools) => tools.filter((tool) => !folders().some((folder) => isThere(join(folder, tool))));

const folders = () => (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');

function isThere(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
