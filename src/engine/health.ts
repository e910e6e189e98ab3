import { pause } from '../target/pause.js';
import type { Sink, TransportFailure } from '../target/types.js';
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
  return (await comesOut(drive, drive.sink, attempt)) ? undefined : SILENT;
}

const SILENT: TransportFailure = { code: 'timeout', message: 'nothing comes back for what is published' };

/** How many fences follow each other within one deadline. */
const FENCES = 4;

// After a broker restarted, whoever comes back to it first may be the harness, and what is published before the target reads
// again is lost for good. So one fence follows another, and any that arrives is an answer.
async function comesOut(drive: Drive, sink: Sink, attempt: number): Promise<boolean> {
  const until = performance.now() + drive.timeoutMs;
  const arrived = new AbortController();
  const signal = AbortSignal.any([drive.signal, arrived.signal]);
  const passed = Array.from({ length: FENCES }, async (_, index) => {
    await pause((drive.timeoutMs / FENCES) * index, signal);
    if (signal.aborted) return false;
    const timeoutMs = Math.max(0, until - performance.now());
    const latency = await passFence(`health ${attempt} ${performance.now()}`, sink, { ...drive, signal, timeoutMs });
    if (latency !== undefined) arrived.abort();
    return latency !== undefined;
  });
  return (await Promise.all(passed)).includes(true);
}
