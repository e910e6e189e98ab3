// Work that has an end: kafkajs takes no deadline and no signal.
import { unwatchAbort, watchAbort } from '../abort-watch.js';

export interface Limit {
  /** On the monotonic clock, in milliseconds. */
  readonly deadline: number;
  readonly signals: readonly AbortSignal[];
}

export type Overrun = 'late' | 'aborted';

/** The limit of what begins now. */
export const limitOf = (timeoutMs: number, ...signals: readonly (AbortSignal | undefined)[]): Limit => ({
  deadline: performance.now() + timeoutMs,
  signals: signals.filter((signal) => signal !== undefined),
});

/** Settles as the work does, or rejects at its limit. What comes of the work afterwards is nobody's. */
export function within<T>(work: Promise<T>, { deadline, signals }: Limit): Promise<T> {
  return new Promise((resolve, reject) => {
    const watcher = { onAbort: () => stop('aborted') };
    const timer = setTimeout(() => stop('late'), Math.max(0, deadline - performance.now()));
    function done(): void {
      clearTimeout(timer);
      for (const signal of signals) unwatchAbort(signal, watcher);
    }
    function stop(overrun: Overrun): void {
      done();
      reject(Object.assign(new Error(overrun), { overrun }));
    }
    work.then(
      (value) => {
        done();
        resolve(value);
      },
      (error: unknown) => {
        done();
        reject(error);
      },
    );
    if (signals.some(({ aborted }) => aborted)) return stop('aborted');
    for (const signal of signals) watchAbort(signal, watcher);
  });
}

/** Why work was given up, where that is what the error says. */
export const overrunOf = (error: unknown): Overrun | undefined =>
  error instanceof Error && 'overrun' in error ? (error.overrun as Overrun) : undefined;

/** Resolves after so many milliseconds, or at the limit. Never rejects. */
export function pause(ms: number, { deadline, signals }: Limit): Promise<void> {
  const never = new Promise<void>(() => undefined);
  return within(never, { deadline: Math.min(deadline, performance.now() + ms), signals }).catch(() => undefined);
}
