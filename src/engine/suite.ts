import type { Binding } from '../binding/types.js';
import type { Carrier } from './carriers.js';
import type { Case, Needs, Task } from './case.js';
import type { Claims } from './claims.js';
import type { Position, Requirement } from './requirement.js';

/** Everything the engine is handed: it knows no suite by itself. */
export interface Suite {
  /** Digest over requirements, vectors and positions: reports of equal digests can be compared. */
  readonly digest: string;
  readonly requirements: ReadonlyMap<string, Requirement>;
  readonly positions: ReadonlyMap<string, Position>;
  readonly cases: readonly Case[];
  readonly profiles: readonly Profile[];
  /** The plainest valid event of each carrier, to be read or written: for probes, health checks and fences. */
  readonly baseline: (carrier: Carrier, task?: 'decode' | 'encode') => Case;
}

/** A role over a binding with the observation it needs. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  /** Which of the tasks of a run it is about; without one of them it is not of this run. */
  readonly tasks: readonly Task[];
  /** The bindings that it is about. Default: all of them. */
  readonly bindings?: readonly Binding[];
  /** What must be visible for the profile to be decided at all. */
  readonly needs: Needs;
  /** Decided for targets that claim to validate alone. */
  readonly validation?: true;
  /** The line that makes it visible, printed when it is not. */
  readonly reveal: string;
  readonly includes: (item: Case, claims: Pick<Claims, 'validates'>) => boolean;
}
