// Lets so many through at a time, and somebody who has to be alone when nobody else is inside. First come, first served: nobody
// waits for ever.

export interface Turnstile {
  /**
   * Calls `enter` when there is room, at once where there is. It is handed what has to be called, once, when it is over.
   * `isGone`: whoever waits may give up.
   */
  pass(isAlone: boolean, isGone: () => boolean, enter: (leave: () => void) => void): void;
  /** How many may be inside. */
  resize(capacity: number): void;
}

interface Waiting {
  readonly isAlone: boolean;
  readonly isGone: () => boolean;
  readonly enter: (leave: () => void) => void;
}

export function createTurnstile(capacity: number): Turnstile {
  const queue: Waiting[] = [];
  let most = capacity;
  let inside = 0;
  let isLocked = false;
  let isTurning = false;

  function hasRoom(isAlone: boolean): boolean {
    return isAlone ? inside === 0 : !isLocked && inside < most;
  }
  function admit({ isAlone, enter }: Waiting): void {
    inside += 1;
    isLocked = isAlone;
    enter(() => {
      inside -= 1;
      isLocked = false;
      next();
    });
  }
  function next(): void {
    // Whoever leaves at once, inside of this, has only made room for the next turn.
    if (isTurning) return;
    isTurning = true;
    for (let waiting = queue[0]; waiting !== undefined; waiting = queue[0]) {
      const isGone = waiting.isGone();
      if (!isGone && !hasRoom(waiting.isAlone)) break;
      queue.shift();
      if (!isGone) admit(waiting);
    }
    isTurning = false;
  }

  return {
    pass(isAlone, isGone, enter) {
      queue.push({ isAlone, isGone, enter });
      if (queue.length === 1) next();
    },
    resize(capacity) {
      most = capacity;
      next();
    },
  };
}
