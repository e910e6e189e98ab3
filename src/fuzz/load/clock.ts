// The time of a load, handed in so that a test decides it.
import { pause } from '../../target/pause.js';

export interface LoadClock {
  /** Milliseconds of a monotonic clock. */
  now(): number;
  /** Resolves after so many milliseconds, or as soon as the signal fires. 0 lets everything else have its turn. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

export const REAL_CLOCK: LoadClock = {
  now: () => performance.now(),
  sleep: (ms, signal) => (ms > 0 ? pause(ms, signal) : new Promise((resolve) => setImmediate(resolve))),
};
