// What the generator of expressions gives.
import type { Expression } from '../../cesql/types.js';
import type { CloudEvent } from '../../event/types.js';

/** An expression and the event that it speaks about. The event is valid, and lacks some of the attributes. */
export interface Posed {
  readonly expression: Expression;
  readonly event: CloudEvent;
  /** How the expression is written: 0 is plain, any other number varies case and white space. See `textOf`. */
  readonly spelling: number;
}
