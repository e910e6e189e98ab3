import type { Message, MessageEvents } from '../binding/types.js';
import type { CloudEvent, JsonValue } from '../event/types.js';
import type { Decoded } from '../format/types.js';
import type { SinkMessage, Stimulus, Told, TransportFailure } from '../target/types.js';

/**
 * How much of the target can be seen: the answer alone, events in the reply, events that arrive at the sink, all that an
 * adapter tells, or messages that were sent to the harness unasked.
 */
export const OBSERVATIONS = ['status', 'reply', 'sink', 'adapter', 'capture'] as const;
export type Observation = (typeof OBSERVATIONS)[number];

/**
 * What an answer says about the event. `undecided` answers are about the place, the rights or the rate of the request
 * (redirects, 401, 404, 429 and so on) and say nothing about the event; the HTTP binding mandates no status at all. An
 * adapter answers without a status.
 */
export type Reaction =
  | { readonly kind: 'accepted'; readonly status?: number }
  | { readonly kind: 'refused'; readonly status?: number; readonly text: string }
  | { readonly kind: 'undecided'; readonly status?: number; readonly reason: string }
  | { readonly kind: 'broken'; readonly failure: TransportFailure };

/** A message that came out of the target, and what our own decoder makes of it; or an event that an adapter told. */
export interface Output {
  readonly message?: Message;
  readonly decoded: Decoded<MessageEvents<CloudEvent>>;
  /** The body and its type are those of the request, byte by byte: nothing shows that it was understood. */
  readonly copied: boolean;
}

/** The value of an expression, of whatever type it is, and the kinds of the errors. */
export interface Answer {
  readonly value?: JsonValue;
  readonly errors: readonly string[];
}

/** Everything a judge may look at. Derived from the evidence alone, so a verdict can be derived again later. */
export interface Observed {
  readonly token: string;
  readonly observation: Observation;
  readonly requests: readonly Stimulus[];
  readonly told?: Told;
  /** The events that were asked about, a valid one and its twin with the defect. */
  readonly validated?: readonly CloudEvent[];
  /** One reaction for each question. */
  readonly reactions: readonly Reaction[];
  readonly outputs: readonly Output[];
  /** All that was captured, or arrived at the sink, where that is the observation. */
  readonly arrived?: readonly SinkMessage[];
  /** A filter was in force: what passes it may well be the very message that was sent. */
  readonly filtered?: true;
  /** What an engine answered, question by question; other replies are told by the reactions alone. */
  readonly answers: readonly Answer[];
  /** Nothing arrived at the sink any more, or too late: a missing event is not known to be lost, or held back. */
  readonly fence?: 'lost' | 'late';
}
