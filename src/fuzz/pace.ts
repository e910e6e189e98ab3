// Holds back what would be more messages a second than are wanted.
import { pause } from '../target/pause.js';

export interface Pace {
  /** Resolves when the next trial may begin. */
  wait(): Promise<void>;
  /** A trial sent so many messages. */
  spend(messages: number): void;
}

/** A pace of so many messages a second; without a rate nothing is held back. `now` is monotonic, in milliseconds. */
export function createPace(ratePerS: number | undefined, now: () => number, signal: AbortSignal): Pace {
  if (ratePerS === undefined) return { wait: () => Promise.resolve(), spend: () => undefined };
  const perMessage = 1000 / ratePerS;
  let free = now();
  return {
    async wait() {
      const start = Math.max(free, now());
      // One message is spoken for, so that no two trials begin at once.
      free = start + perMessage;
      if (start > now()) await pause(start - now(), signal);
    },
    spend(messages) {
      free += Math.max(0, messages - 1) * perMessage;
    },
  };
}
