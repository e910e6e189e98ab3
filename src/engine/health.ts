import type { TransportFailure } from '../target/types.js';
import type { Drive } from './drive.js';
import { exchangeCase } from './exchange-case.js';
import { passFence } from './sink-path.js';

/** How often a target that does not answer is asked again before it is given up. */
const ATTEMPTS = 4;

/** Pause before the next question, in milliseconds, doubled each time: a restart takes its time. */
const PAUSE_MS = 100;

/**
 * Whether the target still answers the plainest event. Any answer will do; a target that restarts is given a
 * moment. Gives the last failure otherwise.
 */
export async function checkHealth(drive: Drive): Promise<TransportFailure | undefined> {
  let failure: TransportFailure | undefined;
  for (let attempt = 0; attempt < ATTEMPTS && !drive.signal.aborted; attempt++) {
    if (attempt > 0) await pause(PAUSE_MS * 2 ** attempt, drive.signal);
    const broken = await ask(drive, attempt);
    // The end of the run is not the target's silence, and an answer that makes no sense is one.
    if (broken === undefined || broken.code === 'protocol' || drive.signal.aborted) return undefined;
    failure = broken;
    // A hang has used up its deadline already; asking again would multiply it.
    if (failure.code === 'timeout') break;
  }
  return failure;
}

// A broker takes every message, whoever reads it or not: there an answer is what comes out.
async function ask(drive: Drive, attempt: number): Promise<TransportFailure | undefined> {
  const { replies } = await exchangeCase(drive.fence, { ...drive, observation: 'status' });
  const broken = replies.find((reply) => reply.kind === 'failure');
  if (broken !== undefined || drive.sink === undefined || !replies.some(({ kind }) => kind === 'published'))
    return broken?.failure;
  const latency = await passFence(`health ${attempt} ${performance.now()}`, drive.sink, drive);
  return latency === undefined ? SILENT : undefined;
}

const SILENT: TransportFailure = { code: 'timeout', message: 'nothing comes back for what is published' };

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
