// What a badge says, as the file of a shields endpoint (`ce-conform schema badge`).
import type { Verdict } from '../../engine/verdict.js';
import type { Report } from '../types.js';

export const BADGE_SCHEMA = 'ce-conform/badge/1';

/** Colours by the names that shields and badge-maker give them. The first is the only green one. */
export const COLOURS = ['brightgreen', 'red', 'lightgrey', 'blue'] as const;
export type Colour = (typeof COLOURS)[number];

export const GREEN: Colour = 'brightgreen';

/** What everybody sees: a label on the left, a message on the right. */
export interface Face {
  readonly label: string;
  readonly message: string;
  readonly color: Colour;
}

/** MUST requirements of the scored specification. */
export interface MustCount {
  readonly applicable: number;
  readonly verified: number;
  readonly failed: number;
}

/** What a badge speaks of: the run, or one of its profiles. */
export interface Claim {
  readonly verdict: Verdict;
  readonly requirements: MustCount;
  /** Cases that met a fault of the harness, which may hide a failure. */
  readonly harnessErrors: number;
  /** Present when only a part of the suite was asked for. */
  readonly part?: { readonly cases: number; readonly of: number };
  /** Messages that were captured of a producer: it shows what it had occasion to. */
  readonly captured?: number;
  /** The run ended before everything was asked. */
  readonly stopped?: true;
}

/** What the badge was made of, so that anybody with the report can make it again. */
export interface Proof extends Claim {
  readonly schema: typeof BADGE_SCHEMA;
  /** The digest of the report. */
  readonly report: string;
  /** Absent for the run as a whole. */
  readonly profile?: string;
  /** Those that the run was judged over. */
  readonly profiles: readonly string[];
  readonly suite: Report['suite'];
  readonly tool: Report['tool'];
  readonly target: { readonly name: string; readonly version?: string };
  readonly startedAt: string;
}

export interface Badge extends Face {
  readonly schemaVersion: 1;
  /** Nobody can ask shields for another colour then. Absent on a green badge. */
  readonly isError?: true;
  readonly ceConform: Proof;
}
