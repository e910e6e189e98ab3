import type { JsonValue } from '../event/types.js';

/** The status of a case, exactly one of these. Only `pass` is green. */
export const STATUSES = [
  'pass',
  'fail',
  'warn',
  'observed',
  'not-applicable',
  'blocked',
  'inconclusive',
  'timeout',
  'harness-error',
  'not-run',
] as const;
export type Status = (typeof STATUSES)[number];

/** What a judge says. `cause` groups failures that share one root into one finding. */
export interface Judgement {
  readonly status: Status;
  readonly expected?: JsonValue;
  readonly actual?: JsonValue;
  readonly message?: string;
  readonly cause?: Cause;
  /** Which of the captured messages it rests on, from 0. */
  readonly captured?: number;
  /** The acceptance rests on nothing but a 2xx: it counts only for a target that has shown that it can tell. */
  readonly bare?: boolean;
}

/** A root of failures. Equal keys are one finding. */
export interface Cause {
  readonly key: string;
  readonly title: string;
}
