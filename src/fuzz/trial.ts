// What the fuzzer tries: plain data, so that a finding can be written to a file and tried again from it.
import type { Form } from '../binding/encode-message.js';
import type { CloudEvent } from '../event/types.js';
import type { Posed } from '../generate/expression/posed.js';
import type { Mutation } from '../generate/mutation/types.js';
import type { Violation } from '../generate/violation/types.js';
import type { Writing } from '../generate/writing/types.js';

/** Valid events, and every way they are written: all of these have to be understood, and alike. */
export interface EventsTrial {
  readonly kind: 'events';
  /** One, or those of a batch. */
  readonly events: readonly CloudEvent[];
  /** At least one. More events or fewer than one can be written in batch mode alone. */
  readonly writings: readonly Writing[];
  /** The first message is sent a second time, byte by byte. */
  readonly again?: true;
}

/** A valid event with exactly one rule broken, behind its unbroken twin. */
export interface ViolationTrial {
  readonly kind: 'violation';
  readonly violation: Violation;
}

/** A message that was damaged without regard to any rule: nothing is asked but that the target survives it. */
export interface MutationTrial {
  readonly kind: 'mutation';
  readonly event: CloudEvent;
  readonly writing: Writing;
  readonly mutation: Mutation;
}

/** An event that a target behind an adapter is asked to write. */
export interface EncodeTrial {
  readonly kind: 'encode';
  readonly events: readonly CloudEvent[];
  readonly form: Form;
}

/** An expression that an engine is asked for the value of. */
export interface ExpressionTrial {
  readonly kind: 'expression';
  readonly posed: Posed;
}

export type Trial = EventsTrial | ViolationTrial | MutationTrial | EncodeTrial | ExpressionTrial;
