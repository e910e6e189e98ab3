// A program as a child process: no shell, in a process group of its own, so that everything it starts ends with it.
import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { codeOf } from '../transport-failure.js';
import type { Link, Opened } from './link.js';
import { quote } from './quote.js';

export interface SpawnOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Between SIGTERM and SIGKILL. */
const TERM_MS = 500;

/** Output of a program that ended is read so long. Beyond it, something that left its process group holds the pipe. */
const DRAIN_MS = 500;

/** Negative ids address groups; Windows has none. */
const HAS_GROUPS = process.platform !== 'win32';

const running = new Set<ChildProcess>();

/** Starts a program. What it was given as arguments reaches it as it is. */
export function spawnLink(argv: readonly string[], options: SpawnOptions = {}): Promise<Opened> {
  const [program = '', ...args] = argv;
  return new Promise((resolve) => {
    const fail = (error: unknown): void =>
      resolve({ kind: 'failure', failure: { code: 'unreachable', message: whyNot(program, error) } });
    try {
      const child = spawn(program, args, { ...options, stdio: 'pipe', detached: HAS_GROUPS, windowsHide: true });
      child.once('error', fail);
      child.once('spawn', () => {
        child.off('error', fail);
        resolve({ kind: 'link', link: linkOf(child) });
      });
    } catch (error) {
      fail(error);
    }
  });
}

function linkOf(child: ChildProcessWithoutNullStreams): Link {
  if (running.size === 0) process.on('exit', endAll);
  running.add(child);
  child.on('error', () => undefined); // a signal that could not be sent: its end tells
  let term: NodeJS.Timeout | undefined;
  const ended = new Promise<string>((resolve) => {
    let drain: NodeJS.Timeout | undefined;
    child.once('exit', () => {
      clearTimeout(term);
      // What it leaves behind would hold its pipes open, and outlive the run.
      signalGroup(child, 'SIGKILL');
      running.delete(child);
      if (running.size === 0) process.off('exit', endAll);
      drain = setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
      }, DRAIN_MS);
    });
    child.once('close', (code, signal) => {
      clearTimeout(drain);
      resolve(code === null ? `signal ${signal}` : `exit code ${code}`);
    });
  });
  return {
    input: child.stdin,
    output: child.stdout,
    errors: child.stderr,
    ended,
    kill() {
      if (term !== undefined || !running.has(child)) return;
      signalGroup(child, 'SIGTERM');
      term = setTimeout(() => signalGroup(child, 'SIGKILL'), TERM_MS);
    },
  };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (HAS_GROUPS) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // Nobody is left in the group.
  }
}

// The harness itself ends, perhaps in the middle of a run.
function endAll(): void {
  for (const child of running) signalGroup(child, 'SIGKILL');
}

function whyNot(program: string, error: unknown): string {
  const code = codeOf(error);
  const reason = REASONS[code] ?? 'it cannot be started';
  return `failed to start ${quote(program)}: ${reason}${code === '' ? '' : ` (${code})`}`;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such program, or no such working directory',
  EACCES: 'the file is not executable',
  ENOEXEC: 'the file is no program; a script needs a line #! or its interpreter before it',
  E2BIG: 'the arguments are too long',
};
