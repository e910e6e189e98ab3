// Tests on a real Docker engine, with images that were made on this machine. Where there is none, they say so by name: in CI that fails.
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { TAGS } from '../../../../scripts/images/tags.mjs';
import { reportMissing } from '../../../adapters/helpers/toolchain.js';

export { TAGS };

/** Where Ryuk cannot be pulled. */
const RYUK = 'TESTCONTAINERS_RYUK_DISABLED';

/** The environment of a command line that starts containers. */
export const dockerEnv = (): NodeJS.ProcessEnv => ({ ...process.env, [RYUK]: 'true' });

/** `describe`, where an engine answers and has these images; else one test for each part that is missing. */
export function describeWithImages(name: string, images: readonly (keyof typeof TAGS)[], fn: () => void): void {
  const missing = missingParts(images);
  if (missing.length > 0) {
    describe(name, () => test.each(missing)('%s', (line) => reportMissing(line)));
    return;
  }
  describe(name, () => {
    const before = process.env[RYUK];
    beforeAll(() => {
      process.env[RYUK] = 'true';
    });
    afterAll(() => {
      if (before === undefined) delete process.env[RYUK];
      else process.env[RYUK] = before;
    });
    fn();
  });
}

/** Lines for what there is not: an engine, or images. */
export function missingParts(images: readonly (keyof typeof TAGS)[]): readonly string[] {
  if (!ends(['version']))
    return ['NOT RUN: no Docker engine answers (install: apt-get install docker.io, and start dockerd)'];
  return images
    .filter((image) => !ends(['image', 'inspect', TAGS[image]]))
    .map((image) => `NOT RUN: there is no image ${TAGS[image]} (run: npm run images -- ${image})`);
}

const ends = (args: readonly string[]): boolean => spawnSync('docker', args, { stdio: 'ignore' }).status === 0;

const run = promisify(execFile);

/** What a command of the engine prints, by line. */
export async function docker(...args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await run('docker', args);
  return stdout.split('\n').filter((line) => line !== '');
}

/** Containers and networks that a process has made and that are there, in any state. */
export async function left(pid: number | undefined = process.pid): Promise<readonly string[]> {
  const mine = ['--filter', `label=ce-conform.pid=${pid}`, '--format', '{{json .}}'];
  const [containers, networks] = await Promise.all([docker('ps', '--all', ...mine), docker('network', 'ls', ...mine)]);
  return [...containers, ...networks];
}
