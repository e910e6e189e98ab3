import type { Form } from '../binding/encode-message.js';
import type { SetFilter, Sink, Target } from '../target/types.js';
import type { Case } from './case.js';
import type { Observation } from './observed.js';

/** Everything needed to drive the target: the same for every case of a run. */
export interface Drive {
  readonly target: Target;
  readonly observation: Observation;
  readonly sink?: Sink;
  /** How the filter between the target and the sink is set, where it can be. */
  readonly setFilter?: SetFilter;
  /** The plainest valid event: a fence behind which nothing more is expected to arrive. */
  readonly fence: Case;
  /** The form in which the target is asked to write what it found valid; absent where it writes none. */
  readonly writes?: Form;
  readonly seed: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}
