// A finding of an earlier run, tried again: as often as it takes to be sure, beside as many others as it took.
import type { Examined } from './examine.js';
import type { Trial } from './trial.js';

/** A trial that failed in an earlier run. */
export interface Saved {
  readonly id: string;
  readonly trial: Trial;
  /** It came by chance. */
  readonly flaky?: true;
  /** It came only while so many others were under way. */
  readonly beside?: number;
}

export type TriedAgain =
  | { readonly kind: 'fixed' }
  | { readonly kind: 'failing'; readonly hits: number; readonly of: number; readonly examined: Examined }
  /** Neither can be said. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Attempts at what came every time, and at what did not. */
const [TIMES, TIMES_BY_CHANCE] = [3, 30] as const;

/** Tries a finding again. It may fail in another way now, which is no better: any symptom counts. */
export async function tryAgain(
  { trial, flaky, beside = 0 }: Saved,
  attempt: (trial: Trial) => Promise<Examined>,
  signal: AbortSignal,
): Promise<TriedAgain> {
  const times = flaky === true || beside > 0 ? TIMES_BY_CHANCE : TIMES;
  let [hits, telling] = [0, 0];
  let failing: Examined | undefined;
  for (let of = 0; of < times; of++) {
    const all = await Promise.all(Array.from({ length: beside + 1 }, () => attempt(trial)));
    if (signal.aborted) return { kind: 'unknown', reason: 'it was interrupted' };
    const found = all.find(({ symptoms }) => symptoms.length > 0);
    if (found !== undefined) hits += 1;
    else if (all.some(isTelling)) telling += 1;
    failing = found ?? failing;
  }
  if (failing !== undefined) return { kind: 'failing', hits, of: times, examined: failing };
  return telling > 0 ? { kind: 'fixed' } : { kind: 'unknown', reason: 'no answer was about the event' };
}

// Who lets nobody in, or is too busy, has not shown that anything is fixed.
const isTelling = ({ answered }: Examined): boolean =>
  answered.some(
    ({ shot, observed }) =>
      shot.survival === 'health' || observed.reactions.some(({ kind }) => kind === 'accepted' || kind === 'refused'),
  );
