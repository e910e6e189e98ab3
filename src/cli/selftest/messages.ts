// What the selftest and its threads say to each other. Faults are functions, which no message can hold: they go by name.
import type { Diagnostic } from '../../engine/error.js';
import type { Step, StepOutcome } from '../../reference/steps.js';

/** Takes the step of that kind and name; `end`: what is under way ends early. */
export type ToWorker =
  | { readonly kind: 'take'; readonly step: Step['kind']; readonly name: string }
  | { readonly kind: 'end' };

/** The outcome of the step, or the fault of ours that it met. */
export type FromWorker =
  | { readonly kind: 'outcome'; readonly outcome: StepOutcome }
  | { readonly kind: 'error'; readonly error: Error; readonly diagnostic?: Diagnostic };
