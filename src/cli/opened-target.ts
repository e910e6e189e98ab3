import type { Binding } from '../binding/types.js';
import type { Task } from '../engine/case.js';
import type { Claims } from '../engine/claims.js';
import type { Sink, Target } from '../target/types.js';

/** A target that can be driven, and what is known of it before it is. */
export interface OpenedTarget {
  readonly target: Target;
  readonly name: string;
  /** Of an SDK behind an adapter. */
  readonly version?: string;
  readonly language?: string;
  readonly kind: 'http' | 'reference' | 'adapter' | 'kafka' | 'mqtt';
  /** What it can be asked. */
  readonly tasks: readonly Task[];
  /** Over which bindings; by default over HTTP, and behind an adapter over those that it claims. */
  readonly bindings?: readonly Binding[];
  /** Of a target that is reached over a broker. */
  readonly topics?: { readonly in: string; readonly reply: string };
  /** Where what the target publishes is read, of one that is reached over a broker. */
  readonly sink?: Sink;
  /** What the target supports, where it can say so itself. */
  readonly claims?: Claims;
  /** Without secrets. Absent for the reference, whose port changes from run to run. */
  readonly url?: string;
  close(): Promise<void>;
}
