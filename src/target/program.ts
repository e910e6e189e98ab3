// A program that emits or reads events, from its start to the end of everything it started. What it prints is handed on by line.
import type { Readable } from 'node:stream';
import { type LineSink, passLines } from './pass-lines.js';
import { howEnded, killGroup, type ProcessOptions, signalGroup, startProcess } from './start-process.js';

export interface ProgramOptions extends ProcessOptions {
  /** Where it sends events to: the program finds it in `K_SINK` and in `CE_CONFORM_SINK`. */
  readonly sink?: URL;
  /** A line of its stdout or stderr, without its line feed. It may hold anything: make it safe before it is printed. */
  readonly onLine: LineSink;
  /** Between SIGTERM and SIGKILL, in milliseconds. Default 2000. */
  readonly graceMs?: number;
}

/** How a program ended. `how` is a part of a sentence: `exit code 3`. */
export interface ProgramEnd {
  readonly isSuccess: boolean;
  readonly how: string;
}

export interface Program {
  /** Resolves when the program has ended, though what it started may still run. Never rejects. */
  readonly ended: Promise<ProgramEnd>;
  /** Ends it, and all that it started, whether they agree or not. Resolves when they are gone and their output was read. */
  end(): Promise<ProgramEnd>;
}

/** A program that runs, or why there is none: one sentence, safe to print. */
export type StartedProgram =
  | { readonly kind: 'program'; readonly program: Program }
  | { readonly kind: 'failure'; readonly message: string };

/** The names under which the address is found: that of Knative's sink binding, which producers know, and our own. */
export const SINK_VARIABLES = ['K_SINK', 'CE_CONFORM_SINK'] as const;

const DEFAULT_GRACE_MS = 2000;

/** Output is read so long after the end. Beyond it, something that left the process group holds the pipe. */
const DRAIN_MS = 500;

/** Starts a program without a shell, in a process group of its own, with nothing to read on its stdin. */
export async function startProgram(argv: readonly string[], options: ProgramOptions): Promise<StartedProgram> {
  const { sink, onLine, cwd, env = process.env, graceMs = DEFAULT_GRACE_MS } = options;
  const variables = sink === undefined ? {} : Object.fromEntries(SINK_VARIABLES.map((name) => [name, sink.href]));
  const started = await startProcess(argv, { env: { ...env, ...variables }, ...(cwd !== undefined && { cwd }) });
  if (started.kind === 'failure') return started;
  const { child } = started;
  child.stdin.on('error', () => undefined).end();
  const outputs = [child.stdout, child.stderr];
  const read = Promise.all(outputs.map((output) => passLines(output, onLine)));
  const ended = new Promise<ProgramEnd>((resolve) => {
    child.once('exit', (code, signal) => resolve({ isSuccess: code === 0, how: howEnded(code, signal) }));
  });
  let ending: Promise<ProgramEnd> | undefined;

  async function end(): Promise<ProgramEnd> {
    const kill = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs);
    if (child.exitCode === null && child.signalCode === null) signalGroup(child, 'SIGTERM');
    const how = await ended;
    clearTimeout(kill);
    killGroup(child);
    await drained(outputs, read);
    return how;
  }

  return { kind: 'program', program: { ended, end: () => (ending ??= end()) } };
}

async function drained(outputs: readonly Readable[], read: Promise<unknown>): Promise<void> {
  const drain = setTimeout(() => {
    for (const output of outputs) output.destroy();
  }, DRAIN_MS);
  await read;
  clearTimeout(drain);
}
