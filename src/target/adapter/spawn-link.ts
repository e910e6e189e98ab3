// A link over the streams of a child process.
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { howEnded, killGroup, type ProcessOptions, signalGroup, startProcess } from '../start-process.js';
import type { Link, Opened } from './link.js';

export type SpawnOptions = ProcessOptions;

/** Between SIGTERM and SIGKILL. */
const TERM_MS = 500;

/** Output of a program that ended is read so long. Beyond it, something that left its process group holds the pipe. */
const DRAIN_MS = 500;

/** Starts a program. What it was given as arguments reaches it as it is. */
export async function spawnLink(argv: readonly string[], options: SpawnOptions = {}): Promise<Opened> {
  const started = await startProcess(argv, options);
  return started.kind === 'process'
    ? { kind: 'link', link: linkOf(started.child) }
    : { kind: 'failure', failure: { code: 'unreachable', message: started.message } };
}

function linkOf(child: ChildProcessWithoutNullStreams): Link {
  let isOver = false;
  let term: NodeJS.Timeout | undefined;
  const ended = new Promise<string>((resolve) => {
    let drain: NodeJS.Timeout | undefined;
    child.once('exit', () => {
      isOver = true;
      clearTimeout(term);
      // What it leaves behind would hold its pipes open, and outlive the run.
      killGroup(child);
      drain = setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
      }, DRAIN_MS);
    });
    child.once('close', (code, signal) => {
      clearTimeout(drain);
      resolve(howEnded(code, signal));
    });
  });
  return {
    input: child.stdin,
    output: child.stdout,
    errors: child.stderr,
    ended,
    kill() {
      if (term !== undefined || isOver) return;
      signalGroup(child, 'SIGTERM');
      term = setTimeout(() => signalGroup(child, 'SIGKILL'), TERM_MS);
    },
  };
}
