// A clock that moves when somebody sleeps, and when a test moves it.
import type { LoadClock } from '../../../../src/fuzz/load/clock.js';

export interface ManualClock extends LoadClock {
  advance(ms: number): void;
}

/** Each sleep lets everything else have a turn. `onSleep` sees the time after it. */
export function manualClock(onSleep: (now: number) => void = () => undefined): ManualClock {
  let time = 0;
  return {
    now: () => time,
    async sleep(ms) {
      time += ms;
      onSleep(time);
      await new Promise((resolve) => setImmediate(resolve));
    },
    advance(ms) {
      time += ms;
    },
  };
}
