import type { CloudEvent } from '../event/types.js';
import type { Question, Reply, SinkMessage, Stimulus, Told } from '../target/types.js';
import type { Observation } from './observed.js';

/** The bytes both ways of one case, and nothing that was concluded from them. */
export interface Evidence {
  readonly token: string;
  readonly observation: Observation;
  readonly requests: readonly Stimulus[];
  /** The events that were asked for as a message. */
  readonly told?: Told;
  /** The events that were asked about, a valid one and its twin with the defect. */
  readonly validated?: readonly CloudEvent[];
  /** What an engine was asked; of an expression too long to keep, its start. */
  readonly questions?: readonly Question[];
  /** The filter that was set before anything was handed in; the first reply says whether it was. */
  readonly filter?: string;
  /** One reply for each question, in the order of the questions; then the message of an event that was found valid. */
  readonly replies: readonly Reply[];
  /** What arrived at the harness's own listener, when that is the observation. */
  readonly arrived: readonly SinkMessage[];
  /**
   * `lost`: an event that was sent later on the same path did not arrive either, so what is missing shows nothing. `late`:
   * the event of the case arrived when its filter was no longer in force, which shows nothing about the filter.
   */
  readonly fence?: 'lost' | 'late';
  /** What a program wrote on its stderr while it failed. */
  readonly stderr?: string;
  readonly ms: number;
}
