// Starting programs, and telling which of them are there.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Runs a command line without a shell. What it writes on stderr is kept. */
export function run([command, ...rest], cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.once('error', (error) => reject(new Error(`failed to start ${command}: ${error.message}`)));
    child.once('close', (status) => resolve({ status, stderr }));
  });
}

/** The same, for commands that have to end well. */
export async function runOrThrow(argv, cwd) {
  const { status, stderr } = await run(argv, cwd);
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
