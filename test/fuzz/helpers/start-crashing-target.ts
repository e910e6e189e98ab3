import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { packageRoot } from '../../../src/engine/package-root.js';

export interface CrashingTarget {
  readonly url: URL;
  /** Processes that have died of a request so far. */
  readonly crashes: number;
}

/** A receiver in a process of its own that dies of a share (0 to 1) of the requests and is started again, until the test ends. */
export async function startCrashingTarget(share: number, seed: string): Promise<CrashingTarget> {
  const root = packageRoot();
  if (!existsSync(join(root, 'dist', 'src', 'reference', 'chance.js')))
    throw new Error('the crashing target is the built reference: run `npm run build` first');
  const script = join(root, 'test', 'fuzz', 'helpers', 'crashing-target.mjs');
  const parent = spawn(process.execPath, [script, String(share), seed], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => parent.once('exit', () => resolve()));
  onTestFinished(() => {
    parent.stdin.end();
    return ended;
  });
  let crashes = 0;
  const url = await new Promise<URL>((resolve, reject) => {
    createInterface(parent.stdout).on('line', (line) => {
      const [, address] = /^listening at (\S+)$/.exec(line) ?? [];
      if (address !== undefined) resolve(new URL(address));
      else crashes += 1;
    });
    ended.then(() => reject(new Error('the crashing target ended before it listened')));
  });
  return {
    url,
    get crashes() {
      return crashes;
    },
  };
}
