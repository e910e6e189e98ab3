// Whether a container still runs, and what it last wrote if not.
import type { ContainerRuntimeClient } from 'testcontainers';
import { quote } from '../adapter/quote.js';

export type ContainerState = { readonly kind: 'runs' } | Ended;

interface Ended {
  readonly kind: 'ended';
  /** Undefined where nobody knows any more. */
  readonly exit?: number;
  readonly log: string;
}

export type Container = Parameters<ContainerRuntimeClient['container']['inspect']>[0];

/** Lines of its log that are told. */
const LAST_LINES = 8;

/** Never rejects: a container that cannot be asked about has ended. */
export async function stateOf(container: Container): Promise<ContainerState> {
  try {
    const { State: state } = await container.inspect();
    if (state.Running || state.Status === 'created') return { kind: 'runs' };
    const log = await container.logs({ stdout: true, stderr: true, tail: LAST_LINES, follow: false });
    return { kind: 'ended', exit: state.ExitCode, log: textOf(log).trim() };
  } catch {
    return { kind: 'ended', log: '' };
  }
}

/** In words. */
export function howEnded({ exit, log }: Ended): string {
  const ended = exit === undefined ? 'it is gone' : `it ended with exit code ${exit}`;
  return log === '' ? `${ended} and wrote nothing` : `${ended} and last wrote: ${quote(log, 600)}`;
}

/** Frames of stdout and stderr in turn: the length of each stands in the last four bytes of eight before it. */
export function textOf(frames: Buffer): string {
  const parts: Buffer[] = [];
  for (let at = 0; at + HEAD <= frames.length; ) {
    const end = at + HEAD + frames.readUInt32BE(at + HEAD - 4);
    parts.push(frames.subarray(at + HEAD, end));
    at = end;
  }
  return Buffer.concat(parts).toString('utf8');
}

const HEAD = 8;
