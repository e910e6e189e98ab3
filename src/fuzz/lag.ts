// How late the harness itself is: where it was held up, an answer that seems to be missing may have waited to be read.
export interface Lag {
  /** The longest that anything had to wait since then, in milliseconds. `since` is a time of the same clock. */
  worstSince(since: number): number;
  stop(): void;
}

/** How often it is looked at, in milliseconds, and how many looks are remembered. */
const [EVERY_MS, LOOKS] = [50, 400] as const;

/** Measures it from now on. `now` is monotonic, in milliseconds. */
export function createLag(now: () => number): Lag {
  const looks: { readonly at: number; readonly late: number }[] = [];
  let due = now() + EVERY_MS;
  const timer = setInterval(() => {
    const at = now();
    looks.push({ at, late: Math.max(0, at - due) });
    if (looks.length > LOOKS) looks.shift();
    due = at + EVERY_MS;
  }, EVERY_MS);
  timer.unref();
  return {
    worstSince(since) {
      // What is late right now was not looked at yet.
      const current = Math.max(0, now() - due);
      return looks.reduce((worst, { at, late }) => (at >= since ? Math.max(worst, late) : worst), current);
    },
    stop: () => clearInterval(timer),
  };
}
