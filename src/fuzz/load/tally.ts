// Counts what became of the events; of each kind of trouble the first is kept as an example, and nothing else of any event.
import type { Reaction } from '../../engine/observed.js';
import type { TransportFailure } from '../../target/types.js';
import type { CameOut } from './came-out.js';
import type { LoadEvent } from './event-pool.js';
import { createLatency } from './latency.js';
import type { AlteredExample, AnswerExample, LoadProgress, LoadResult } from './types.js';

type Counted = 'accepted' | 'refused' | 'undecided' | 'unfinished' | 'examples' | 'unanswered';
type Emerging = 'lost' | 'overdue' | 'unseen' | 'duplicated' | 'altered';

export interface Tally {
  /** An answer, or that there is none. `ms` is the time since it was planned. */
  answered(event: LoadEvent, reaction: Reaction, ms: number): void;
  /** The harness itself could not send it. */
  fault(error: unknown): void;
  /** What came out of one that was accepted. `ms` is the time since it was planned, where it came by itself. */
  emerged(outcome: CameOut, ms?: number): void;
  /** One that was lost came after all. */
  found(): void;
  duplicated(copies: number): void;
  progress(): Pick<LoadProgress, 'accepted' | 'refused' | 'unanswered' | 'lost'>;
  result(): Pick<LoadResult, Counted | Emerging | 'faults' | 'latencyMs' | 'arrivalMs'>;
}

/** `isVisible`: more than the answer is seen. */
export function createTally(isVisible: boolean): Tally {
  const counts = { accepted: 0, refused: 0, undecided: 0, unfinished: 0 };
  const came = { lost: 0, overdue: 0, unseen: 0, duplicated: 0, altered: 0 };
  const unanswered = new Map<TransportFailure['code'], number>();
  const examples: { -readonly [Kind in keyof LoadResult['examples']]: AnswerExample } = {};
  const [latency, arrival] = [createLatency(), createLatency()];
  const faults = { count: 0, example: '' };
  let altered: AlteredExample | undefined;

  function broken({ carrier }: LoadEvent, { code, message }: TransportFailure): void {
    if (code === 'aborted') {
      counts.unfinished += 1;
      return;
    }
    unanswered.set(code, (unanswered.get(code) ?? 0) + 1);
    examples.unanswered ??= { carrier, text: message };
  }

  return {
    answered(event, reaction, ms) {
      if (reaction.kind === 'broken') return broken(event, reaction.failure);
      counts[reaction.kind] += 1;
      latency.record(ms);
      if (reaction.kind === 'accepted') return;
      examples[reaction.kind] ??= {
        carrier: event.carrier,
        ...(reaction.status !== undefined && { status: reaction.status }),
        text: reaction.kind === 'refused' ? reaction.text : reaction.reason,
      };
    },
    fault(error) {
      if (faults.count === 0) faults.example = error instanceof Error ? error.message : String(error);
      faults.count += 1;
    },
    emerged(outcome, ms) {
      switch (outcome.kind) {
        case 'nothing':
          came.lost += 1;
          return;
        case 'unseen':
          came.unseen += 1;
          return;
        case 'altered':
          came.altered += 1;
          altered ??= outcome.example;
          break;
        case 'whole':
          break;
      }
      came.duplicated += outcome.copies - 1;
      if (ms !== undefined) arrival.record(ms);
    },
    found() {
      came.lost -= 1;
      came.overdue += 1;
    },
    duplicated(copies) {
      came.duplicated += copies;
    },
    progress: () => ({
      accepted: counts.accepted,
      refused: counts.refused,
      unanswered: [...unanswered.values()].reduce((sum, count) => sum + count, 0),
      ...(isVisible && { lost: came.lost }),
    }),
    result() {
      const [latencyMs, arrivalMs] = [latency.summary(), arrival.summary()];
      return {
        ...counts,
        unanswered: Object.fromEntries([...unanswered].toSorted(([a], [b]) => (a < b ? -1 : 1))),
        ...(isVisible && { ...came, altered: { count: came.altered, ...(altered && { example: altered }) } }),
        examples,
        ...(faults.count > 0 && { faults }),
        ...(latencyMs && { latencyMs }),
        ...(arrivalMs && { arrivalMs }),
      };
    },
  };
}
