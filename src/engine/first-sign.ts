// The time that a program takes until it reads what is published.
import type { Binding } from '../binding/types.js';
import type { Sink, Target } from '../target/types.js';
import { probeOrder } from './probe.js';
import { passFence } from './sink-path.js';
import type { Suite } from './suite.js';

export interface FirstSignOptions {
  readonly suite: Suite;
  readonly target: Target;
  readonly sink?: Sink;
  readonly bindings: readonly Binding[];
  readonly seed: string;
  readonly signal: AbortSignal;
}

/** Attempts of this many milliseconds, so often, before the probes tell what is wrong. */
const SIGN_MS = 1000;
const SIGNS = 60;

/** Sends a plain event until one comes back, or the program has ended, or a minute is over. */
export async function firstSign(options: FirstSignOptions, ended: Promise<unknown>): Promise<void> {
  const { sink, suite, bindings, signal, seed } = options;
  const [carrier] = probeOrder(bindings);
  if (sink === undefined || carrier === undefined) return;
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  const drive = { ...options, observation: 'sink', fence: suite.baseline(carrier), timeoutMs: SIGN_MS } as const;
  for (let attempt = 0; attempt < SIGNS && !isOver && !signal.aborted; attempt++) {
    if ((await passFence(`${seed} first sign ${attempt}`, sink, drive)) !== undefined) return;
  }
}
