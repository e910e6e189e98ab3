// Several reports side by side, as data (`ce-conform schema matrix`). Every form of the matrix renders from this one.
import type { Status } from '../../engine/judgement.js';
import type { Level } from '../../engine/requirement.js';
import type { Verdict } from '../../engine/verdict.js';
import type { Report, RequirementReport } from '../types.js';

export const MATRIX_SCHEMA = 'ce-conform/matrix/1';

export interface Matrix {
  readonly schema: typeof MATRIX_SCHEMA;
  /** More than one only where mixing was forced. */
  readonly suites: readonly Report['suite'][];
  /** The columns, by name and version. */
  readonly subjects: readonly Subject[];
  readonly documents: readonly { readonly id: string; readonly title: string }[];
  readonly profiles: readonly ProfileRow[];
  /** Those on which the subjects disagree come first. */
  readonly requirements: readonly Row[];
}

/** One report: who was judged, and how much of the suite it speaks for. */
export interface Subject {
  /** Unique among the subjects, of letters, digits, dots and hyphens. */
  readonly key: string;
  readonly label: string;
  readonly name: string;
  readonly version?: string;
  readonly observation: Report['target']['observation'];
  readonly verdict: Verdict;
  readonly tool: Report['tool'];
  readonly suite: Report['suite'];
  readonly startedAt: string;
  /** Present when only a part of the suite was asked for. */
  readonly selection?: { readonly cases: number; readonly of: number };
  /** Why the run ended early. */
  readonly stopped?: string;
  /** The command that judges this target again; a filter can be appended. */
  readonly command: string;
}

export interface ProfileRow {
  readonly id: string;
  readonly title?: string;
  /** One for each subject. */
  readonly cells: readonly ProfileCell[];
}

export type ProfileCell =
  | {
      readonly kind: 'seen';
      readonly verdict: Verdict;
      /** MUST requirements of the scored specification. */
      readonly applicable: number;
      readonly verified: number;
      readonly failed: number;
      readonly reason?: string;
    }
  /** `reveal`: what would make it visible, where the report says so. */
  | { readonly kind: 'unseen'; readonly reveal?: string };

/** How the subjects that were seen relate: verified, failed and warned count as seen. */
export type Agreement = 'differ' | 'all-fail' | 'warnings' | 'agree' | 'unseen';

export interface Row {
  readonly id: string;
  readonly level: Level;
  /** The requirement is not part of the scored specification. */
  readonly unscored?: true;
  readonly document?: string;
  readonly section?: string;
  /** The rule in our words, and its section in the specification, where this version of the tool knows it. */
  readonly rule?: string;
  readonly href?: string;
  readonly agreement: Agreement;
  /** Subjects on the smaller side: 0 where all that were seen behave alike. */
  readonly disagreement: number;
  /** One for each subject. */
  readonly cells: readonly Cell[];
}

/** `absent`: the report does not speak of the requirement. */
export type CellOutcome = RequirementReport['outcome'] | 'absent';

export interface Cell {
  readonly outcome: CellOutcome;
  /** Cases by status; a status without cases is left out. */
  readonly counts: Counts;
  readonly reason?: string;
  readonly findings: readonly CellFinding[];
}

export type Counts = Readonly<Partial<Record<Status, number>>>;

/** A finding as far as it breaks this requirement. */
export interface CellFinding {
  readonly id: string;
  readonly title: string;
  /** How many cases of this requirement it makes fail or warn, and the first of them. */
  readonly cases: number;
  readonly example: string;
}
