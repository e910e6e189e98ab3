// A program as a child process: no shell, in a process group of its own, so that everything it starts ends with it.
import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { quote } from './adapter/quote.js';
import { codeOf } from './transport-failure.js';

export interface ProcessOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** A process that runs, or why there is none: one sentence, safe to print. */
export type StartedProcess =
  | { readonly kind: 'process'; readonly child: ChildProcessWithoutNullStreams }
  | { readonly kind: 'failure'; readonly message: string };

/** Negative ids address groups; Windows has none. */
const HAS_GROUPS = process.platform !== 'win32';

const groups = new Set<ChildProcess>();

/**
 * Starts a program. What it was given as arguments reaches it as it is. Whatever is left of its group is killed when the
 * harness itself ends.
 */
export function startProcess(argv: readonly string[], options: ProcessOptions = {}): Promise<StartedProcess> {
  const [program = '', ...args] = argv;
  return new Promise((resolve) => {
    const fail = (error: unknown): void => resolve({ kind: 'failure', message: whyNot(program, error) });
    try {
      const child = spawn(program, args, { ...options, stdio: 'pipe', detached: HAS_GROUPS, windowsHide: true });
      child.once('error', fail);
      child.once('spawn', () => {
        child.off('error', fail);
        child.on('error', () => undefined); // a signal that could not be sent: its end tells
        if (groups.size === 0) process.on('exit', killAll);
        groups.add(child);
        // The number of a group that is empty may become that of somebody else.
        child.once('exit', () => isEmpty(child) && forget(child));
        resolve({ kind: 'process', child });
      });
    } catch (error) {
      fail(error);
    }
  });
}

/** Sends a signal to a process and all that it started. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (groups.has(child)) send(child, signal);
}

/** Kills a process and all that it started, as far as they still run. */
export function killGroup(child: ChildProcess): void {
  signalGroup(child, 'SIGKILL');
  forget(child);
}

/** How a process ended, as a part of a sentence: `exit code 3`. */
export const howEnded = (code: number | null, signal: NodeJS.Signals | null): string =>
  code === null ? `signal ${signal}` : `exit code ${code}`;

// Gives false when nobody is left in the group. Signal 0 only asks.
function send({ pid }: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  if (pid === undefined) return false;
  try {
    return process.kill(HAS_GROUPS ? -pid : pid, signal);
  } catch {
    return false;
  }
}

const isEmpty = (child: ChildProcess): boolean => !send(child, 0);

function forget(child: ChildProcess): void {
  if (groups.delete(child) && groups.size === 0) process.off('exit', killAll);
}

// The harness itself ends, perhaps in the middle of a run.
function killAll(): void {
  for (const child of groups) send(child, 'SIGKILL');
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
