// A load, from its first event to what became of the last one.
import { setMaxListeners } from 'node:events';
import { performance } from 'node:perf_hooks';
import { reaction } from '../../engine/observe.js';
import { createArrivals } from './arrivals.js';
import { cameOut, emergedFrom } from './came-out.js';
import { REAL_CLOCK } from './clock.js';
import { createEventPool, type LoadEvent } from './event-pool.js';
import { type Paced, pace, plannedOf } from './pace.js';
import { createSecondLooks } from './second-looks.js';
import { createTally } from './tally.js';
import type { LoadOptions, LoadResult } from './types.js';

/** Exchanges in flight by default: far more than a target that keeps up ever has. */
const MOST_IN_FLIGHT = 4096;

/** So many times as many events may be on their way to the sink: what is queued behind the answer takes its time. */
const MOST_AWAITED = 4;

/** Milliseconds between two notes of progress. */
const PROGRESS_MS = 200;

/**
 * Sends valid events at a steady rate, and follows each: its answer, and where that can be seen, what came out. Ends at its
 * duration, when nothing is in flight any more, or when the signal fires. Never rejects for anything the target does.
 */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const { drive, carriers, ratePerS, durationMs, connections: limit = MOST_IN_FLIGHT, clock = REAL_CLOCK } = options;
  const { target, observation, sink, timeoutMs, signal } = drive;
  // Each exchange under way listens for the end of the run; many at a time are no leak.
  setMaxListeners(0, signal);
  const draw = createEventPool(drive.seed, carriers);
  const tally = createTally(observation !== 'status' && observation !== 'capture');
  const arrivals = sink && createArrivals({ sink, timeoutMs, signal });
  const looks = arrivals && createSecondLooks(arrivals, tally, timeoutMs);
  const following = new Set<Promise<void>>();
  let [exchanging, most] = [0, 0];

  async function follow(event: LoadEvent, plannedAt: number): Promise<void> {
    const interruptions = target.interruptions?.();
    exchanging += 1;
    most = Math.max(most, exchanging);
    const exchange = await target.exchange(event.request, { timeoutMs, signal }).finally(() => {
      exchanging -= 1;
    });
    const answer = reaction(exchange.reply);
    tally.answered(event, answer, clock.now() - plannedAt);
    if (answer.kind !== 'accepted') return;
    if (observation === 'reply' || observation === 'adapter') {
      tally.emerged(cameOut(event, emergedFrom(exchange.reply)));
    } else if (observation === 'sink' && arrivals !== undefined) {
      const emerged = await arrivals.waitFor(event.token);
      const now = clock.now();
      if (emerged.length > 0) {
        tally.emerged(cameOut(event, emerged), now - plannedAt);
        looks?.add(event.token, 'came', now);
      } else if (signal.aborted || interruptions !== target.interruptions?.()) {
        // What did not come may have been lost on the way.
        tally.emerged({ kind: 'unseen' });
      } else {
        tally.emerged({ kind: 'nothing' });
        looks?.add(event.token, 'missing', now);
      }
    }
  }

  const planned = plannedOf(ratePerS, durationMs);
  let told = clock.now();
  const tell = ({ elapsedMs, sent }: Paced): void =>
    options.onProgress?.({ elapsedMs, durationMs, planned, sent, inFlight: following.size, ...tally.progress() });

  const before = performance.eventLoopUtilization();
  const paced = await pace({
    ...{ ratePerS, durationMs, signal, clock },
    hasRoom: () => exchanging < limit && following.size < limit * MOST_AWAITED,
    send(index, plannedAt) {
      const followed = follow(draw(index), plannedAt)
        .catch(tally.fault)
        .finally(() => following.delete(followed));
      following.add(followed);
    },
    onTurn(state) {
      const now = clock.now();
      if (now - told < PROGRESS_MS) return;
      told = now;
      tell(state);
      looks?.lookAt(now).catch(tally.fault);
    },
  });
  const { utilization } = performance.eventLoopUtilization(before);
  await Promise.all(following);
  await looks?.finish();
  tell(paced);
  return {
    ratePerS: { wanted: ratePerS, achieved: rounded((paced.sent * 1000) / Math.max(1, paced.elapsedMs)) },
    durationMs: rounded(paced.elapsedMs),
    planned,
    sent: paced.sent,
    unsent: planned - paced.sent,
    late: paced.late,
    inFlight: { most, limit, heldBack: paced.heldBack },
    busy: rounded(utilization),
    ...tally.result(),
    ...(signal.aborted && { stopped: reasonOf(signal) }),
  };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

const reasonOf = (signal: AbortSignal): string =>
  signal.reason instanceof Error && signal.reason.name === 'TimeoutError'
    ? 'the deadline of the run has passed'
    : 'the run was interrupted';
