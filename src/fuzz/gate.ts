// Lets many trials through at once, and now and then one thing alone.
export interface Gate {
  /** Runs a trial, as soon as nothing runs alone. */
  among<T>(work: () => Promise<T>): Promise<T>;
  /** Runs one thing while nothing else does: what is under way ends first, and those that wait go on behind it. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** A gate that is open. */
export function createGate(): Gate {
  let running = 0;
  let queue: Promise<unknown> = Promise.resolve();
  let waitingAlone = 0;
  let opened: (() => void)[] = [];
  let drained: (() => void) | undefined;

  const leave = (): void => {
    running -= 1;
    if (running === 0) drained?.();
  };

  return {
    async among(work) {
      while (waitingAlone > 0) await new Promise<void>((resolve) => opened.push(resolve));
      running += 1;
      try {
        return await work();
      } finally {
        leave();
      }
    },
    async alone(work) {
      waitingAlone += 1;
      const turn = queue.then(async () => {
        if (running > 0) {
          await new Promise<void>((resolve) => {
            drained = resolve;
          });
          drained = undefined;
        }
        return work();
      });
      queue = turn.catch(() => undefined);
      try {
        return await turn;
      } finally {
        waitingAlone -= 1;
        if (waitingAlone === 0) {
          const waiting = opened;
          opened = [];
          for (const resolve of waiting) resolve();
        }
      }
    },
  };
}
