// What a check of an adapter is made of: steps in order, each of which holds or says what to do next.
import type { AdapterHello } from '../../target/adapter/protocol.js';
import type { Asked } from './asked.js';
import type { Talk } from './talk.js';

/** Why a step does not hold. */
export interface Broken {
  /** What was seen, one sentence, safe to print. */
  readonly problem: string;
  /** What to do, one sentence or two. */
  readonly next: string;
  /** A line that the program could have written. */
  readonly line?: string;
  readonly asked?: Asked;
  /** The program could not be asked at all. */
  readonly unreachable?: boolean;
}

export interface Step {
  readonly id: string;
  readonly title: string;
  /** Gives undefined when the step holds. */
  readonly run: (talk: Talk) => Promise<Broken | undefined>;
}

export interface StepResult {
  readonly id: string;
  readonly title: string;
  readonly broken?: Broken;
}

/** The steps that were run; the last one is broken, or all hold. `hello` is there once it was understood. */
export interface CheckResult {
  readonly steps: readonly StepResult[];
  readonly hello?: AdapterHello;
  /** The check was interrupted. */
  readonly aborted: boolean;
}
