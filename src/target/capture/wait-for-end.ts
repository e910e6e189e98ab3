// Ends a capture at the first reason to do so.
import { createSilence, type Silence } from './silence.js';
import type { Tally } from './tally.js';
import type { CaptureEnd, UntilOptions } from './types.js';

/** What a program sent arrives within a moment on the same machine. */
const DEFAULT_GRACE_MS = 500;

/** Somebody else may keep sending after the program ended: it is waited for silence at most so many times the grace. */
const MOST_GRACES = 20;

/** Resolves with the reason, once `onEnd` was called at that very moment. Leaves no timer and no listener behind. */
export function waitForEnd(tally: Tally, options: UntilOptions, onEnd: () => void): Promise<CaptureEnd> {
  const {
    count = Number.POSITIVE_INFINITY,
    forMs,
    quietMs,
    maxMs,
    signal,
    ended,
    graceMs = DEFAULT_GRACE_MS,
  } = options;
  return new Promise((resolve) => {
    const timers: NodeJS.Timeout[] = [];
    const silences: Silence[] = [];
    let isOver = false;

    function end(reason: CaptureEnd): void {
      isOver = true;
      for (const timer of timers) clearTimeout(timer);
      for (const silence of silences) silence.stop();
      signal?.removeEventListener('abort', interrupt);
      unwatch();
      onEnd();
      resolve(reason);
    }
    const interrupt = (): void => end('interrupted');
    const after = (ms: number | undefined, reason: CaptureEnd): void => {
      if (ms !== undefined && Number.isFinite(ms)) timers.push(setTimeout(() => end(reason), ms));
    };
    const silence = (ms: number, reason: CaptureEnd): Silence => {
      const created = createSilence(
        ms,
        () => tally.underWay > 0,
        () => end(reason),
      );
      silences.push(created);
      return created;
    };

    const quiet = quietMs === undefined ? undefined : silence(quietMs, 'quiet');
    let grace: Silence | undefined;
    const unwatch = tally.watch((change) => {
      if (change === 'settled') {
        quiet?.look();
        if (!isOver) grace?.look();
        return;
      }
      if (tally.counted >= count) return end('count');
      quiet?.start();
      grace?.start();
    });

    if (signal?.aborted === true) return end('interrupted');
    if (tally.counted >= count) return end('count');
    signal?.addEventListener('abort', interrupt);
    after(forMs, 'for');
    after(maxMs, 'max-time');
    if (tally.counted > 0) quiet?.start();
    const afterProgram = (): void => {
      if (isOver) return;
      grace = silence(graceMs, 'program-ended');
      grace.start();
      after(graceMs * MOST_GRACES, 'program-ended');
    };
    ended?.then(afterProgram, afterProgram);
  });
}
