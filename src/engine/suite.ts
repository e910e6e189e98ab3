import type { Carrier, Case } from './case.js';
import type { Position, Requirement } from './requirement.js';

/** Everything the engine is handed: it knows no suite by itself. */
export interface Suite {
  /** Digest over requirements, vectors and positions: reports of equal digests can be compared. */
  readonly digest: string;
  readonly requirements: ReadonlyMap<string, Requirement>;
  readonly positions: ReadonlyMap<string, Position>;
  readonly cases: readonly Case[];
  readonly profiles: readonly Profile[];
  /** The plainest valid event of each carrier: for probes, health checks and fences. */
  readonly baseline: (carrier: Carrier) => Case;
}

/** A role over a binding with the observation it needs. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  /** What must be visible for the profile to be decided at all. */
  readonly needs: 'status' | 'event';
  /** The line that makes it visible, printed when it is not. */
  readonly reveal: string;
  readonly includes: (item: Case) => boolean;
}
