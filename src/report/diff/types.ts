// What became of a target between two reports, as data (`ce-conform schema diff`). Every form of it renders from this one.
import type { ExitCode } from '../../engine/error.js';
import type { Status } from '../../engine/judgement.js';
import type { Level } from '../../engine/requirement.js';
import type { Verdict } from '../../engine/verdict.js';
import type { ProfileReport, Report, RequirementReport } from '../types.js';

export const DIFF_SCHEMA = 'ce-conform/diff/1';

/** What a status shows of a rule: that it holds, that it is broken, or nothing. */
export type Standing = 'holds' | 'broken' | 'unseen';

/**
 * What became of a case: the nine that docs/decisions/0019-diff.md tells apart. `added` and `removed` are cases that one
 * report lacks and that say nothing of the target.
 */
export type Change = 'fixed' | 'regressed' | 'lost' | 'shown' | 'appeared' | 'hidden' | 'changed' | 'added' | 'removed';

/** Why only one report has a case. */
export type Absence = 'suite' | 'selection' | 'target';

/** What of a case is not what it was. */
export type Revision = 'level' | 'scored' | 'sent' | 'expected';

export interface CaseChange {
  /** By its present id. */
  readonly id: string;
  /** The id in the old report, where that is another. */
  readonly formerly?: string;
  readonly requirement: string;
  /** The stricter of the two. */
  readonly level: Level;
  readonly change: Change;
  /** Absent where that report has no such case. */
  readonly old?: Status;
  readonly new?: Status;
  /** A scored MUST in one of the profiles, in either report: it can decide the exit code. */
  readonly counts: boolean;
  readonly absence?: Absence;
  /** The case itself is another one: what changed may be due to that. Absent where it is the same. */
  readonly revised?: readonly Revision[];
  /** What the new report says of it; of a removed case, the old one. */
  readonly message?: string;
}

export interface RequirementChange {
  readonly id: string;
  readonly level: Level;
  /** The rule in our words, and its section in the specification, where this version of the tool knows it. */
  readonly rule?: string;
  readonly href?: string;
  readonly section?: string;
  /** Absent where that report does not speak of it. */
  readonly old?: RequirementReport['outcome'];
  readonly new?: RequirementReport['outcome'];
  /** Cases by what became of them; what did not occur is left out. */
  readonly cases: Readonly<Partial<Record<Change, number>>>;
}

/** A cause of failures and warnings. */
export interface FindingChange {
  readonly id: string;
  readonly title: string;
  readonly requirements: readonly string[];
  /** Cases in each report. */
  readonly old: number;
  readonly new: number;
  /** Of the old cases, those that pass now; of a new finding, those that passed before. */
  readonly passed: number;
}

/** One of the two reports. */
export interface Side {
  readonly name: string;
  readonly version?: string;
  readonly language?: string;
  readonly tool: Report['tool'];
  readonly suite: Report['suite'];
  readonly seed: string;
  readonly startedAt: string;
  readonly verdict: Verdict;
  readonly summary: Report['summary'];
  readonly cases: number;
  /** Why the run ended early. */
  readonly stopped?: string;
}

/** A way in which the two runs were not alike. */
export interface Difference {
  readonly what:
    | 'suite'
    | 'specification'
    | 'tool'
    | 'target'
    | 'version'
    | 'observation'
    | 'tasks'
    | 'bindings'
    | 'selection'
    | 'seed';
  readonly old: string;
  readonly new: string;
}

/** Of a profile: absent where it was not judged. */
export interface ProfileChange {
  readonly id: string;
  readonly old?: Pick<ProfileReport, 'verdict' | 'requirements'>;
  readonly new?: Pick<ProfileReport, 'verdict' | 'requirements'>;
}

export interface Diff {
  readonly schema: typeof DIFF_SCHEMA;
  /** `undecided`: nothing is seen to be broken that held, but not everything that held is still shown, or nothing ever was. */
  readonly outcome: 'no-regression' | 'regression' | 'undecided';
  /** What follows from the outcome: 0, 1, 3. */
  readonly exit: ExitCode;
  readonly old: Side;
  readonly new: Side;
  readonly differences: readonly Difference[];
  readonly claims: { readonly withdrawn: readonly string[]; readonly added: readonly string[] };
  /** Those that changed. */
  readonly profiles: readonly ProfileChange[];
  /** Cases that both reports have, and how many of them have the same status. */
  readonly compared: { readonly cases: number; readonly same: number };
  /** All of them, zeros too. `weighty`: of these, those that count. */
  readonly counts: Readonly<Record<Change, { readonly cases: number; readonly weighty: number }>>;
  readonly findings: {
    readonly new: readonly FindingChange[];
    readonly gone: readonly FindingChange[];
    readonly remaining: readonly FindingChange[];
  };
  /** Those that changed, or have a case that changed. */
  readonly requirements: readonly RequirementChange[];
  readonly cases: readonly CaseChange[];
}
