// A baseline: failures and undecided cases that are known, each with a reason; and what a run says about them.
import type { ExitCode } from '../../engine/error.js';

export const LISTS = ['expected', 'flaky'] as const;
export type List = (typeof LISTS)[number];

/** One glob of a baseline with all that is said about it. */
export interface Entry {
  /** `expected`: it fails, or cannot be decided. `flaky`: it may fail. */
  readonly list: List;
  /** A glob over case ids, requirement ids, and requirement ids with a variant. */
  readonly case: string;
  readonly reason: string;
  readonly ticket?: string;
  /** An ISO date. From that day on (UTC) the entry is stale. */
  readonly expires?: string;
  /** Of the failure that is expected: another failure of the same case is new. */
  readonly fingerprint?: string;
  /** Where the glob stands in the file, from 1. */
  readonly line: number;
  /** For a glob that matches nothing: the id that may have been meant. */
  readonly meant?: string;
}

export interface Baseline {
  /** The name of the file, without its folder. */
  readonly file: string;
  /** In the order of the file. */
  readonly entries: readonly Entry[];
}

/** As much of an entry as a report repeats. */
export type ListedEntry = Pick<Entry, 'list' | 'case' | 'line' | 'reason' | 'ticket'>;

/**
 * Why an entry has to go or to change. `passes`: all it matches passes. `changed`: what it matches fails, but not as the
 * fingerprint says. `expired`: its day has come. `unmatched`: the suite has no such case.
 */
export const STALE_REASONS = ['passes', 'changed', 'expired', 'unmatched'] as const;
export type StaleReason = (typeof STALE_REASONS)[number];

/** What a run says about one entry. An expired entry may still match failures, which are then known. */
export type Weighed =
  | { readonly kind: 'confirmed'; readonly cases: readonly string[] }
  | {
      readonly kind: 'stale';
      readonly why: StaleReason;
      readonly message: string;
      readonly cases: readonly string[];
    }
  /** Neither confirmed nor disproved. Its cases are those that could not be decided. */
  | { readonly kind: 'open'; readonly message: string; readonly cases: readonly string[] }
  /** A flaky case that did not fail. */
  | { readonly kind: 'quiet' };

export interface NewFailure {
  readonly case: string;
  /** What an entry names to mean this failure and no other. */
  readonly fingerprint: string;
}

/** What a baseline makes of a report. Every entry is confirmed, stale, open, or a flaky one that did not fail. */
export interface BaselineReport {
  readonly file: string;
  readonly exit: ExitCode;
  /** Failures that are expected, by the ids of their cases. */
  readonly known: readonly string[];
  /** Failures that count for the verdict and that no entry speaks of. */
  readonly new: readonly NewFailure[];
  /** Flaky cases that ran, whether they failed or not. */
  readonly flaky: readonly string[];
  readonly confirmed: readonly { readonly entry: ListedEntry; readonly cases: readonly string[] }[];
  readonly stale: readonly {
    readonly entry: ListedEntry;
    readonly why: StaleReason;
    readonly message: string;
    readonly cases: readonly string[];
  }[];
  /** The cases of open entries are undecided, and the exit code leaves them out. */
  readonly open: readonly {
    readonly entry: ListedEntry;
    readonly message: string;
    readonly cases: readonly string[];
  }[];
}
