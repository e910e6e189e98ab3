// Threads for the selftest: its steps know nothing of each other, and each keeps one processor busy.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { ConformError } from '../../engine/error.js';
import type { Crew } from '../../reference/selftest.js';
import type { Step, StepOutcome } from '../../reference/steps.js';
import type { FromWorker, ToWorker } from './messages.js';

/** Starts `size` threads. At the end of the signal, what they have under way ends early. */
export function startCrew(size: number, signal: AbortSignal): Crew & { readonly close: () => Promise<void> } {
  const workers = Array.from({ length: size }, () => new Worker(new URL('./worker.js', import.meta.url)));
  const idle = [...workers];
  const end = (): void => {
    for (const worker of workers) tell(worker, { kind: 'end' });
  };
  signal.addEventListener('abort', end);
  return {
    size,
    take: async (step) => {
      const worker = idle.pop();
      if (worker === undefined) throw new Error(`more than ${size} steps were begun at a time`);
      try {
        return await ask(worker, step);
      } finally {
        idle.push(worker);
      }
    },
    close: async () => {
      signal.removeEventListener('abort', end);
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

const tell = (worker: Worker, message: ToWorker): void => worker.postMessage(message);

async function ask(worker: Worker, { kind, subject }: Step): Promise<StepOutcome> {
  // Rejects where the thread itself fails.
  const answered = once(worker, 'message');
  tell(worker, { kind: 'take', step: kind, name: subject.name });
  const [reply] = (await answered) as [FromWorker];
  if (reply.kind === 'outcome') return reply.outcome;
  throw reply.diagnostic === undefined ? reply.error : new ConformError(reply.diagnostic, { cause: reply.error });
}
