// A container is there when what runs in it answers: it is asked from outside until it does.
import { containerError, INTERRUPTED, NO_START } from './container-problem.js';
import type { RunningContainer } from './host.js';
import { howEnded } from './state-of.js';

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
    if (signal?.aborted === true) throw containerError(INTERRUPTED);
    if (await answers()) return;
    const state = await container.state();
    if (state.kind === 'ended' || performance.now() > until) {
      const seen = state.kind === 'ended' ? howEnded(state) : `no answer within ${timeoutMs} ms`;
      throw containerError({ ...NO_START, message: `failed to start ${what}: ${seen}` });
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
