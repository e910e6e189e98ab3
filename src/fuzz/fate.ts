// What became of the target behind a message that it did not answer: one that is gone is waited for, so that what follows is
// about itself, and not about a target that is still on its way back.
import type { Drive } from '../engine/drive.js';
import { checkHealth } from '../engine/health.js';
import type { Observed } from '../engine/observed.js';
import type { FindingClass } from '../report/fuzz/types.js';
import { pause } from '../target/pause.js';
import type { TransportFailure } from '../target/types.js';
import type { Examined } from './examine.js';

export interface Fate {
  /** A symptom is that of a crash where nothing answered behind it. */
  readonly examined: Examined;
  /** The last failure of a target that did not come back. */
  readonly away?: TransportFailure;
}

export interface FateOptions {
  readonly drive: Drive;
  /** Sends the plainest event. */
  readonly isAlive: () => Promise<Observed>;
  /** Monotonic, in milliseconds. */
  readonly now: () => number;
}

/** How long a target that is gone is waited for, and the pause between two looks, in milliseconds. */
const [RETURN_MS, LOOK_MS] = [30_000, 500] as const;

/** Symptoms behind which a target may be gone. */
const DOWN: ReadonlySet<FindingClass> = new Set(['crash', 'hang', 'dropped', 'nonsense', 'thrown']);

/** Looks whether the target is still there, and waits for it where it is not. Nothing else may be under way. */
export async function fateOf(examined: Examined, { drive, isAlive, now }: FateOptions): Promise<Fate> {
  if (!examined.symptoms.some((one) => DOWN.has(one.class))) return { examined };
  const { reactions } = await isAlive();
  if (drive.signal.aborted || reactions.every(({ kind }) => kind !== 'broken')) return { examined };
  const away = await awayFor(drive, now);
  const symptoms = examined.symptoms.map((one) =>
    DOWN.has(one.class)
      ? { ...one, class: 'crash' as const, title: 'It is gone behind a message', detail: 'gone' }
      : one,
  );
  return { examined: { ...examined, symptoms }, ...(away && { away }) };
}

/** The last failure of a target that does not come back; undefined where it is there, or again. */
async function awayFor(drive: Drive, now: () => number): Promise<TransportFailure | undefined> {
  const until = now() + RETURN_MS;
  for (;;) {
    const failure = await checkHealth(drive);
    if (failure === undefined || drive.signal.aborted) return undefined;
    if (now() >= until) return failure;
    await pause(LOOK_MS, drive.signal);
  }
}
