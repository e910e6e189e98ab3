// A container is there when what runs in it answers: it is asked from outside until it does.
import { quote } from '../adapter/quote.js';
import { containerError } from './container-problem.js';
import type { RunningContainer } from './host.js';

export interface Patience {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

const PAUSE_MS = 200;

/** Resolves when `answers` does. Rejects with a `ContainerError` where the container ends before, or time is over. */
export async function awaitAnswer(
  container: RunningContainer,
  what: string,
  answers: () => Promise<boolean>,
  { timeoutMs, signal }: Patience,
): Promise<void> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    if (signal?.aborted === true) {
      throw containerError({ code: 'container.aborted', message: 'the run was interrupted', hint: 'start it again' });
    }
    if (await answers()) return;
    const state = await container.state();
    if (state.kind === 'ended' || performance.now() > until) {
      const seen =
        state.kind === 'ended'
          ? `it ended, and last wrote: ${quote(state.log, 600)}`
          : `no answer within ${timeoutMs} ms`;
      throw containerError({
        code: 'container.start',
        message: `failed to start ${what}: ${seen}`,
        hint: 'start the image by hand (docker run), and look at its log',
      });
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
