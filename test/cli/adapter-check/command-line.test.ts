// The built command, as an author runs it: exit codes, and no process left behind however it ends.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { gone } from '../../target/adapter/helpers/processes.js';
import { ceConform, startCeConform } from '../helpers/command-line.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { FINISHED } from './growing-adapter.js';

const check = (...argv: readonly string[]): ReturnType<typeof ceConform> =>
  ceConform(['adapter', 'check', '--', ...argv], temporaryFolder());

/** Tells its process id on stderr of this test, and obeys nobody. */
const STUBBORN = `
  process.on('SIGTERM', () => undefined).on('SIGINT', () => undefined).on('SIGHUP', () => undefined);
  setInterval(() => undefined, 1000);
  process.stdin.on('data', () => require('node:fs').writeFileSync(process.argv[1], String(process.pid))).on('error', () => undefined);`;

describe('ce-conform adapter check', () => {
  test('of a finished adapter ends with 0, and arguments behind -- are the program’s own', async () => {
    const { exit, stdout } = await check(process.execPath, '-e', FINISHED, '--', '--json', '--timeout', 'x');
    expect(stdout).toContain('Everything holds');
    expect(stdout.trimEnd().endsWith('-- --json --timeout x')).toBe(true);
    expect(exit).toBe(0);
  });

  test('of one that is not finished ends with 1', async () => {
    const { exit, stdout } = await check(process.execPath, '-e', '0');
    expect(stdout).toContain('next ');
    expect(exit).toBe(1);
  });

  test('of nothing, and of no program', async () => {
    const nothing = await check();
    expect(nothing.stderr).toContain('error: failed to check an adapter: no program is given');
    expect(nothing.exit).toBe(2);
    expect((await check('./not-there')).exit).toBe(3);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('a second %s leaves no process behind', async (signal) => {
    const folder = temporaryFolder();
    const argv = ['adapter', 'check', '--timeout', '60000', '--', process.execPath, '-e', STUBBORN, 'pid'];
    const command = startCeConform(argv, folder);
    const ended = once(command, 'exit');
    const pid = await numberIn(`${folder}/pid`);
    command.kill(signal);
    // It was heard when it is answered.
    await once(command.stderr ?? command, 'data');
    command.kill(signal);
    expect(await ended).toEqual([130, null]);
    await gone(pid);
  });
});

async function numberIn(path: string): Promise<number> {
  for (;;) {
    const text = await readFile(path, 'utf8').catch(() => '');
    if (text !== '') return Number(text);
  }
}
