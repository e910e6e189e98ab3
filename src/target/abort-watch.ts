// Thousands of exchanges of a run wait for one signal: one listener serves all that are under way, and taking part costs
// next to nothing. Nothing is left on the signal when nobody waits any more.

/** Is told once, when the signal is aborted. */
export interface AbortWatcher {
  onAbort(): void;
}

interface Watch {
  readonly waiting: Set<AbortWatcher>;
  readonly listener: () => void;
}

const watches = new WeakMap<AbortSignal, Watch>();

/** Tells `watcher` when the signal is aborted, unless it was taken out with `unwatchAbort` before. */
export function watchAbort(signal: AbortSignal, watcher: AbortWatcher): void {
  const watch = watches.get(signal) ?? createWatch(signal);
  if (watch.waiting.size === 0) signal.addEventListener('abort', watch.listener);
  watch.waiting.add(watcher);
}

export function unwatchAbort(signal: AbortSignal, watcher: AbortWatcher): void {
  const watch = watches.get(signal);
  if (watch?.waiting.delete(watcher) === true && watch.waiting.size === 0) {
    signal.removeEventListener('abort', watch.listener);
  }
}

function createWatch(signal: AbortSignal): Watch {
  const waiting = new Set<AbortWatcher>();
  const listener = (): void => {
    signal.removeEventListener('abort', listener);
    const told = [...waiting];
    waiting.clear();
    for (const watcher of told) watcher.onAbort();
  };
  const watch = { waiting, listener };
  watches.set(signal, watch);
  return watch;
}
