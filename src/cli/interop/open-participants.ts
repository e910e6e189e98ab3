// Starts the programs of a list of subjects, all at a time: those that say hello take part, the others are named.
import type { NotRun } from '../../report/interop/types.js';
import type { SubjectEntry } from '../subjects-file.js';
import { adapterParticipant } from './adapter-participant.js';
import type { AskingOptions } from './asking.js';
import { type Participant, referenceParticipant } from './participant.js';
import { startSubject } from './start-subject.js';

export interface Opened {
  /** The reference first, the others in the order of the list. */
  readonly participants: readonly Participant[];
  readonly notRun: readonly NotRun[];
}

/** Starts every program, and asks each for its hello. Whoever calls closes the participants. */
export async function openParticipants(entries: readonly SubjectEntry[], options: AskingOptions): Promise<Opened> {
  const started = await Promise.all(entries.map((entry) => startSubject(entry, options)));
  return {
    participants: [
      referenceParticipant(),
      ...started.flatMap((one) =>
        one.kind === 'started' ? [adapterParticipant(one.entry, one.adapter, one.hello, options)] : [],
      ),
    ],
    notRun: started.flatMap((one) => (one.kind === 'not-run' ? [one.notRun] : [])),
  };
}
