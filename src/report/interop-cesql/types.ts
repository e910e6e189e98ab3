// Engines of CESQL against ours, as data (`ce-conform schema interop-cesql`). Every form renders from this one.
import type { ErrorMode } from '../../cesql/types.js';
import type { JsonValue } from '../../event/types.js';
import type { WireEvent } from '../../event/wire.js';
import type { Run as InteropRun, NotRun } from '../interop/types.js';
import type { How } from './compare.js';

export const INTEROP_CESQL_SCHEMA = 'ce-conform/interop-cesql/1';

export interface CesqlInterop {
  readonly schema: typeof INTEROP_CESQL_SCHEMA;
  readonly tool: { readonly name: string; readonly version: string };
  readonly run: Run;
  /** The engines that ran, in the order of the list. */
  readonly subjects: readonly Engine[];
  readonly notRun: readonly NotRun[];
  /** Those of most expressions first, and what the text settles before what it leaves open. */
  readonly causes: readonly Cause[];
}

/** How it was run. The same seed and number of expressions ask the same. */
export interface Run extends Omit<InteropRun, 'generated'> {
  readonly expressions: number;
}

export interface Engine {
  readonly id: string;
  readonly sdk: string;
  /** What its hello says, as the next two; foreign text. */
  readonly name: string;
  readonly version: string;
  readonly language: string;
  /** The mode that ours ran in beside it: the declared one, else the one that agrees most. */
  readonly mode: ErrorMode;
  readonly isDeclared: boolean;
  /** Expressions on which ours agrees with it, in each mode. */
  readonly agreement: Readonly<Record<ErrorMode, number>>;
  readonly asked: number;
  readonly differing: number;
  /** Of those that differ, those that belong to no cause, because too many others were looked into. */
  readonly unsorted?: number;
  readonly gaveUp?: string;
}

/** `settled`: the text says what comes out, and it is not what came. `open`: the text leaves it open. */
export type Verdict = 'settled' | 'open';

/** One thing in which engines differ from ours, over all expressions that shrink to it. */
export interface Cause {
  readonly verdict: Verdict;
  /** The operator, function or literal, and its operands: `NOT of an Integer`. */
  readonly construct: string;
  readonly how: How;
  /** How, in words: `no cast error`. */
  readonly what: string;
  readonly subjects: readonly { readonly id: string; readonly expressions: number }[];
  /** What the text says of this construct. */
  readonly requirement: { readonly id: string; readonly rule: string; readonly link: string };
  /** Where the text is open. */
  readonly positions: readonly { readonly id: string; readonly problem: string }[];
  readonly example: Example;
}

/** The smallest expression of a cause, its event, and what each engine makes of it. */
export interface Example {
  readonly expression: string;
  readonly event: WireEvent;
  /** Ours first, in each mode in which it was compared. */
  readonly answers: readonly ShownAnswer[];
  /** The expression that it was shrunk from. */
  readonly from: string;
}

export interface ShownAnswer {
  readonly id: string;
  /** Of ours alone. */
  readonly mode?: ErrorMode;
  readonly value?: JsonValue;
  readonly errors?: readonly string[];
  /** Why there is no answer; foreign text. */
  readonly failure?: string;
}
