// Tells when nothing came for a while and nothing is under way. A busy machine is not taken for silence: what the sockets
// hold when the time is over is read first.

export interface Silence {
  /** The time begins, or begins anew. */
  start(): void;
  /** Something is not under way any more: if only that was waited for, it is silent now. */
  look(): void;
  stop(): void;
}

/** Calls `done` once, when it was silent for `ms` milliseconds. */
export function createSilence(ms: number, isBusy: () => boolean, done: () => void): Silence {
  let timer: NodeJS.Timeout | undefined;
  let round: NodeJS.Immediate | undefined;
  let isDue = false;

  function stop(): void {
    clearTimeout(timer);
    clearImmediate(round);
    isDue = false;
  }
  function look(): void {
    if (!isDue || isBusy()) return;
    stop();
    done();
  }
  // Sockets are read between timers and immediates: after the first, new connections are known; after the second, what
  // they sent is.
  function afterReading(): void {
    round = setImmediate(() => {
      round = setImmediate(() => {
        isDue = true;
        look();
      });
    });
  }
  return {
    start() {
      stop();
      timer = setTimeout(afterReading, ms);
    },
    look,
    stop,
  };
}
