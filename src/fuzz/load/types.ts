// A load: a steady stream of valid events, and what became of each. The result is plain data, and every form renders from it.
import type { Difference } from '../../../suites/vector/compare.js';
import type { Carrier } from '../../engine/carriers.js';
import type { Drive } from '../../engine/drive.js';
import type { TransportFailure } from '../../target/types.js';
import type { LoadClock } from './clock.js';
import type { LatencySummary } from './latency.js';

export interface LoadOptions {
  /** What a case is driven with; nothing is fenced in here, and nothing filtered. */
  readonly drive: Omit<Drive, 'fence' | 'setFilter' | 'writes'>;
  /** Events travel in each in turn. At least one. */
  readonly carriers: readonly Carrier[];
  readonly ratePerS: number;
  /** How long events are sent. What is in flight then is awaited, each for its own timeout. */
  readonly durationMs: number;
  /** Exchanges in flight at most; beyond it the stream is held back, and the result tells. Default 4096. */
  readonly connections?: number;
  /** Told a few times a second, and at the end. */
  readonly onProgress?: (state: LoadProgress) => void;
  readonly clock?: LoadClock;
}

export interface LoadProgress {
  readonly elapsedMs: number;
  readonly durationMs: number;
  readonly planned: number;
  readonly sent: number;
  readonly accepted: number;
  readonly refused: number;
  readonly unanswered: number;
  readonly inFlight: number;
  /** Absent where only the answer is seen. */
  readonly lost?: number;
}

/** An event that did not come out as it was sent. What `reason` says was found by our own decoder. */
export type AlteredExample =
  | {
      readonly kind: 'different';
      readonly carrier: Carrier;
      readonly id: string;
      readonly differences: readonly Difference[];
    }
  | { readonly kind: 'unreadable'; readonly carrier: Carrier; readonly id: string; readonly reason: string };

/** The first answer of its kind. `text` is the target's own: anything may be in it. */
export interface AnswerExample {
  readonly carrier: Carrier;
  readonly status?: number;
  readonly text: string;
}

/**
 * Every event that was sent is in exactly one of `accepted`, `refused`, `undecided`, `unanswered`, `unfinished` and `faults`. What
 * came out of those accepted is absent where only the answer is seen; it is as it was sent but for those that are `lost`,
 * `overdue`, `altered` and `unseen`.
 */
export interface LoadResult {
  readonly ratePerS: { readonly wanted: number; readonly achieved: number };
  /** How long events were sent. */
  readonly durationMs: number;
  readonly planned: number;
  readonly sent: number;
  /** Planned, and not sent before the time was over. */
  readonly unsent: number;
  /** Sent, and noticeably later than planned. */
  readonly late: number;
  /** Exchanges under way, and events that are awaited at the sink; at its limit either holds the stream back. */
  readonly inFlight: { readonly most: number; readonly limit: number; readonly heldBack: boolean };
  /** Share of the time in which the harness itself was at work, 0 to 1: near 1, it may be what did not keep up. */
  readonly busy: number;
  readonly accepted: number;
  /** A valid event was refused: 400, 500 and so on. */
  readonly refused: number;
  /** The answer is about the request's place, rights or rate: 404, 429, 503 and so on. */
  readonly undecided: number;
  /** By the code of the failure. */
  readonly unanswered: Readonly<Partial<Record<TransportFailure['code'], number>>>;
  /** The run was stopped before the answer came. */
  readonly unfinished: number;
  /** Accepted, and never came out. */
  readonly lost?: number;
  /** Accepted, and came out after the timeout. */
  readonly overdue?: number;
  /** Accepted, and whether it came out is not known: the run was stopped, or the way to a broker interrupted, or the reply too long. */
  readonly unseen?: number;
  /** What came out more often than once, each time counted; the specification lets it. */
  readonly duplicated?: number;
  readonly altered?: { readonly count: number; readonly example?: AlteredExample };
  /** The first of each. */
  readonly examples: {
    readonly refused?: AnswerExample;
    readonly undecided?: AnswerExample;
    readonly unanswered?: AnswerExample;
  };
  /** Events that the harness itself could not send. */
  readonly faults?: { readonly count: number; readonly example: string };
  /** From the planned time to the answer, of all that were answered. */
  readonly latencyMs?: LatencySummary;
  /** From the planned time to the sink. */
  readonly arrivalMs?: LatencySummary;
  /** Why it ended early. */
  readonly stopped?: string;
}
