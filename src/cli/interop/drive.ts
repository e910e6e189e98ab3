// Every encoder against every decoder. Events come first and modes next, so that a run which is ended early has something
// to say about every pair.
import type { ContentMode } from '../../binding/types.js';
import { fits, MODES, type Told } from '../../report/interop/build-interop.js';
import type { Decoded, Observation } from '../../report/interop/observed.js';
import type { Participant } from './participant.js';

export interface DriveOptions {
  readonly signal: AbortSignal;
  /** Told after each event that an encoder was asked for: how many of how many exchanges are done. */
  readonly onProgress: (done: number, total: number) => void;
}

/** Events under way at a time; each participant limits its own requests further. */
const AT_A_TIME = 16;

interface Task {
  readonly told: Told;
  readonly mode: ContentMode;
  readonly encoder: Participant;
  readonly decoders: readonly Participant[];
}

/** Asks everybody for everything, and gives what was seen, in the order of events, modes and encoders. */
export async function drive(
  participants: readonly Participant[],
  told: readonly Told[],
  { signal, onProgress }: DriveOptions,
): Promise<readonly Observation[]> {
  const tasks = tasksOf(participants, told);
  const total = tasks.reduce((sum, { decoders }) => sum + 1 + decoders.length, 0);
  const seen: Observation[] = [];
  let [next, done] = [0, 0];
  async function work(): Promise<void> {
    for (let at = next++; !signal.aborted; at = next++) {
      const task = tasks[at];
      if (task === undefined) return;
      seen[at] = await observe(task);
      done += 1 + task.decoders.length;
      onProgress(done, total);
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return seen.filter((one) => one !== undefined);
}

const tasksOf = (participants: readonly Participant[], all: readonly Told[]): readonly Task[] =>
  all.flatMap((told) =>
    MODES.filter((mode) => fits(told, mode)).flatMap((mode) => {
      const decoders = participants.filter(({ subject }) => subject.decodes.includes(mode));
      return participants
        .filter(({ subject }) => subject.encodes.includes(mode))
        .map((encoder): Task => ({ told, mode, encoder, decoders }));
    }),
  );

async function observe({ told, mode, encoder, decoders }: Task): Promise<Observation> {
  const encoded = await encoder.encode(told.events, mode);
  const decoded = new Map<string, Decoded>();
  if (encoded.kind === 'message') {
    const answers = await Promise.all(decoders.map((decoder) => decoder.decode(encoded.message, mode)));
    for (const [index, { subject }] of decoders.entries()) {
      const answer = answers[index];
      if (answer !== undefined) decoded.set(subject.id, answer);
    }
  }
  return { encoder: encoder.subject.id, mode, event: told.name, encoded, decoded };
}
