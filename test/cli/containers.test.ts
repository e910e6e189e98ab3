// --with and --image without an engine, and where they make no sense.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/engine/package-root.js';
import { temporaryFolder } from './helpers/temporary-folder.js';

const BIN = join(packageRoot(), 'dist', 'src', 'cli', 'bin.js');

/** An engine of this machine is at a socket with a well-known name: here nobody finds it. */
const HIDDEN = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { existsSync } = fs;
fs.existsSync = (path) => !String(path).endsWith('docker.sock') && existsSync(path);
syncBuiltinESMExports();
`;

function ceConform(...args: readonly string[]): Promise<{ readonly exit: number; readonly stderr: string }> {
  const hide = `data:text/javascript,${encodeURIComponent(HIDDEN)}`;
  const folder = temporaryFolder();
  const env = { PATH: process.env['PATH'], HOME: folder, XDG_RUNTIME_DIR: folder };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', hide, BIN, ...args], { cwd: folder, env }, (error, _, stderr) =>
      resolve({ exit: error === null ? 0 : Number(error.code), stderr }),
    );
  });
}

test.each([
  ['--with', 'kafka'],
  ['--with', 'kafka,mqtt', '--target', 'mqtt://{mqtt}/in?reply=out'],
  ['--image', 'a'],
])('without an engine there is no verdict: %s %s', async (...args) => {
  expect(await ceConform(...args)).toEqual({
    exit: 3,
    stderr:
      'error: failed to find a Docker engine: "Could not find a working container runtime strategy"\n' +
      '  hint: start a Docker engine (DOCKER_HOST says where it is), or leave out --with and --image\n',
  });
});

test.each([
  [['--with', 'kafka,amqp', '--target', 'http://x/'], '--with knows no "amqp"', 'use any of kafka, mqtt'],
  [['--image', 'a', '--target', 'http://x/'], 'more than one of --target, --image,', 'give one of them'],
  [['--image', 'a', '--adapter', '--', 'x'], 'more than one of --target, --image,', 'give one of them'],
])('%j is told before anything is started', async (args, message, hint) => {
  const { exit, stderr } = await ceConform(...args);
  expect(exit).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr).toContain(hint);
});
