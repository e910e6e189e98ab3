import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../../src/cli/main.js';
import { packageRoot } from '../../../src/engine/package-root.js';
import { memoryIo } from './memory-io.js';

const BIN = join(packageRoot(), 'dist', 'src', 'cli', 'bin.js');

export interface Ended {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line, as a user would, in `folder`. */
export function ceConform(args: readonly string[], folder: string): Promise<Ended> {
  assertBuilt();
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [BIN, ...args],
      { cwd: folder, env: environment(), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => resolve({ exit: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

/**
 * Runs a command line from its arguments to its exit code in this process, where `folder` is the working folder meanwhile: for
 * tests of what comes out. A process for each would spend most of its time on its start. One at a time.
 */
export async function ceConformHere(args: readonly string[], folder: string): Promise<Ended> {
  const before = process.cwd();
  const io = memoryIo();
  process.chdir(folder);
  try {
    const exit = await main(args, io);
    return { exit, stdout: io.stdout(), stderr: io.stderr() };
  } finally {
    process.chdir(before);
  }
}

/** Starts the built command line, for a command that does not end by itself. */
export function startCeConform(args: readonly string[], folder: string): ChildProcess {
  assertBuilt();
  return spawn(process.execPath, [BIN, ...args], {
    cwd: folder,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

// Runs of tests belong in no summary of a job.
const environment = (): NodeJS.ProcessEnv => ({ ...process.env, GITHUB_STEP_SUMMARY: '' });

function assertBuilt(): void {
  if (!existsSync(BIN)) throw new Error('these tests run the built command line: run `npm run build` first');
}
