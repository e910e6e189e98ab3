// The report of a fuzzing run, and a finding as it is written to a file.
import type { Way } from '../../engine/case.js';
import type { Observation } from '../../engine/observed.js';
import type { Level } from '../../engine/requirement.js';
import type { JsonValue } from '../../event/types.js';
import type { CaseReport } from '../types.js';

/** What a finding is about the specification. */
export const CONFORMANCE = ['refused', 'lost', 'altered', 'let-through', 'unrepeatable', 'leaked'] as const;
/** What a finding is about the target alone: no rule of the specification asks it to survive. */
export const ROBUSTNESS = ['disagrees', 'crash', 'hang', 'dropped', 'server-error', 'thrown', 'nonsense'] as const;
export type FindingClass = (typeof CONFORMANCE)[number] | (typeof ROBUSTNESS)[number];

export const isRobustness = (one: FindingClass): boolean => ROBUSTNESS.some((name) => name === one);

/** A trial as JSON: what is tried, without the bytes. */
export type TrialJson = { readonly [member: string]: JsonValue };

/** Where in a run a trial comes from: the same seed, index and aim draw the same trial. */
export interface TrialPath {
  readonly seed: string;
  readonly index: number;
  readonly aim: string;
}

/** One defect, however often it was met. */
export interface FuzzFinding {
  /** Of the cause: the same defect has the same id in every run. */
  readonly id: string;
  readonly class: FindingClass;
  /** One sentence. */
  readonly title: string;
  /** The rule that is broken; absent where no rule is. */
  readonly requirement?: string;
  readonly level?: Level;
  /** Message forms over which it was met, the one of the example first. */
  readonly ways: readonly Way[];
  readonly expected?: JsonValue;
  readonly actual?: JsonValue;
  readonly message: string;
  /** How many trials met it. */
  readonly count: number;
  /** How often it came again when it was tried again, alone: all times, or it is flaky. */
  readonly again: { readonly hits: number; readonly of: number };
  /** It does not come again in a reliable way. */
  readonly flaky?: true;
  /** It comes only while so many other events are on their way. */
  readonly beside?: number;
  readonly path: TrialPath;
  /** Bytes of the messages of the trial that met it first, and of the smallest that still does. */
  readonly bytes: { readonly met: number; readonly smallest: number };
  /** Messages sent until it was met. */
  readonly after: number;
  readonly trial: TrialJson;
  /** What the smallest trial sent, and what came back. */
  readonly evidence: readonly NonNullable<CaseReport['evidence']>[];
}

/** A requirement over a message form, and how many messages were about it. */
export interface FuzzCell {
  readonly requirement: string;
  readonly way: Way;
  readonly messages: number;
}

/** A part of a seed that was fuzzed by itself. */
export interface FuzzPart {
  /** Which one, from 0. */
  readonly index: number;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly node: string;
  readonly platform: string;
  readonly concurrency: number;
  readonly observation: Observation;
  readonly messages: number;
  readonly stopped?: string;
}

/** Which parts a report was put together from. */
export interface Merged {
  /** How many there are. */
  readonly of: number;
  /** Those that are here, in order. */
  readonly parts: readonly FuzzPart[];
  /** Those that are not, from 0. */
  readonly missing: readonly number[];
}

export const FUZZ_SCHEMA = 'ce-conform/fuzz/1';

export interface FuzzReport {
  readonly schema: typeof FUZZ_SCHEMA;
  readonly tool: { readonly name: string; readonly version: string };
  readonly suite: { readonly digest: string };
  readonly target: {
    readonly name: string;
    readonly version?: string;
    readonly language?: string;
    readonly kind: 'http' | 'reference' | 'adapter' | 'kafka' | 'mqtt';
    readonly url?: string;
  };
  readonly run: {
    readonly seed: string;
    /** Which of how many parts of the seed; the whole where the parts were put together. */
    readonly shard: { readonly index: number; readonly of: number };
    readonly startedAt: string;
    /** Of parts: from the start of the first to the end of the last. */
    readonly durationMs: number;
    readonly node: string;
    readonly platform: string;
    /** Of parts: their sum. */
    readonly concurrency: number;
    /** Of parts: the least that one of them saw. */
    readonly observation: Observation;
    /** Why it ended before it was through, if it did. */
    readonly stopped?: string;
  };
  /** Present where the reports of the parts of a seed were put together. */
  readonly merged?: Merged;
  readonly totals: {
    readonly messages: number;
    /** Beside these, messages to find out whether something comes again, and to shrink it. */
    readonly again: number;
    readonly trials: number;
    readonly accepted: number;
    readonly refused: number;
    /** Answers about the request rather than the event: 429, 503 and the like. */
    readonly undecided: number;
    readonly unanswered: number;
    /** Trials by what they are. */
    readonly kinds: { readonly [kind: string]: number };
  };
  readonly cells: { readonly reached: number; readonly total: number; readonly list: readonly FuzzCell[] };
  readonly findings: readonly FuzzFinding[];
  /** Saved findings that were tried first, and no longer fail. */
  readonly fixed: readonly string[];
  /** Causes beyond those that are told. */
  readonly more: number;
}
