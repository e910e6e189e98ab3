// When each event is sent. The times are planned from the rate alone (an open loop): a slow target does not slow the stream down,
// so that its slowness shows in every event that had to wait and not only in a few (no coordinated omission).
import type { LoadClock } from './clock.js';

export interface PaceOptions {
  readonly ratePerS: number;
  readonly durationMs: number;
  readonly signal: AbortSignal;
  readonly clock: LoadClock;
  /** Whether another one can be sent now. */
  hasRoom(): boolean;
  /** Sends one. `plannedAt` is a time of the clock. */
  send(index: number, plannedAt: number): void;
  /** After each turn. */
  onTurn(paced: Paced): void;
}

export interface Paced {
  /** Milliseconds since the start; where all were sent, of the whole duration. */
  readonly elapsedMs: number;
  readonly sent: number;
  readonly late: number;
  /** At least once there was no room. */
  readonly heldBack: boolean;
}

/** Node's timers are late by a millisecond or two, and a collection of garbage takes some more. */
const LATE_MS = 20;

/** So many are sent before the answers have their turn. */
const BURST = 64;

/** How often it is looked whether there is room again, in milliseconds. */
const LOOK_MS = 1;

/** How many events a rate and a duration make: at least one. */
export const plannedOf = (ratePerS: number, durationMs: number): number =>
  Math.max(1, Math.round((ratePerS * durationMs) / 1000));

/** Sends until the time is over or the signal fires. The last turn sends what has become due in it. */
export async function pace(options: PaceOptions): Promise<Paced> {
  const { ratePerS, durationMs, signal, clock, hasRoom, send, onTurn } = options;
  const [interval, planned, started] = [1000 / ratePerS, plannedOf(ratePerS, durationMs), clock.now()];
  let [sent, late, heldBack, elapsed] = [0, 0, false, 0];
  while (sent < planned && elapsed < durationMs && !signal.aborted) {
    elapsed = clock.now() - started;
    const due = Math.min(planned, Math.floor(elapsed / interval) + 1);
    const until = Math.min(due, sent + BURST);
    for (; sent < until && hasRoom(); sent++) {
      if (elapsed - sent * interval > LATE_MS) late += 1;
      send(sent, started + sent * interval);
    }
    const isHeld = sent < until;
    heldBack ||= isHeld;
    onTurn({ elapsedMs: elapsed, sent, late, heldBack });
    if (sent === planned) break;
    const next = sent < due ? 0 : sent * interval - (clock.now() - started);
    await clock.sleep(isHeld ? LOOK_MS : Math.max(0, next), signal);
  }
  const spent = clock.now() - started;
  return { elapsedMs: sent === planned ? Math.max(spent, durationMs) : spent, sent, late, heldBack };
}
