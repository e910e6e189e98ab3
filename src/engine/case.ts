import type { HttpRequest } from '../target/types.js';
import type { Judgement } from './judgement.js';
import type { Observed } from './observed.js';
import type { Requirement } from './requirement.js';

/** The message forms a case travels in. */
export const CARRIERS = ['http-binary', 'http-structured', 'http-batch'] as const;
export type Carrier = (typeof CARRIERS)[number];

/** What has to be visible for a case to be decided: a bare answer, or the event that the target decoded. */
export type Needs = 'status' | 'event';

/**
 * One question to a target. A case is a value: what is sent is a pure function of the token that marks its events, and
 * the judgement is a pure function of what was observed.
 */
export interface Case {
  /** Requirement id, variant, carrier: `core.type.str/astral@http-binary`. */
  readonly id: string;
  readonly requirement: Requirement;
  readonly carrier: Carrier;
  readonly title: string;
  readonly needs: Needs;
  /** The same input without the defect. A refusal counts only where the twin was accepted. */
  readonly twin?: string;
  /** Cases that must have been accepted before a failure of this one says anything about its own requirement. */
  readonly requires: readonly string[];
  /** How many events are expected to come out: how long the sink is watched depends on it. */
  readonly events: number;
  readonly stimulus: (token: string) => readonly HttpRequest[];
  readonly judge: (observed: Observed) => Judgement;
}
