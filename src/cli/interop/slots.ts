// How many things run at a time: some together, or one alone. Whoever waits longest is next.

export interface Slots {
  /** Runs a task beside at most so many others. */
  together<T>(task: () => Promise<T>): Promise<T>;
  /** Runs a task when nothing else runs, and lets nothing else begin until it ends. */
  alone<T>(task: () => Promise<T>): Promise<T>;
}

export function createSlots(most: number): Slots {
  const queue: { readonly needs: number; readonly start: () => void }[] = [];
  let free = most;

  function startNext(): void {
    for (let next = queue[0]; next !== undefined && next.needs <= free; next = queue[0]) {
      queue.shift();
      free -= next.needs;
      next.start();
    }
  }

  async function run<T>(needs: number, task: () => Promise<T>): Promise<T> {
    await new Promise<void>((start) => {
      queue.push({ needs, start });
      startNext();
    });
    try {
      return await task();
    } finally {
      free += needs;
      startNext();
    }
  }

  return { together: (task) => run(1, task), alone: (task) => run(most, task) };
}
