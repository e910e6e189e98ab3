// The proof that the suite can say no: every fault must be noticed, and no null target may be believed.
import type { Requirement } from '../engine/requirement.js';
import type { Suite } from '../engine/suite.js';
import type { Verdict } from '../engine/verdict.js';
import type { Fault } from './fault.js';
import type { NullOutcome } from './null-runs.js';
import { shareOut } from './share-out.js';
import type { Stage } from './stages.js';
import {
  ALL_STAGES,
  type AnyNull,
  type MutantOutcome,
  type StageOutcome,
  type Step,
  type StepOutcome,
  takeStep,
} from './steps.js';

export interface SelftestResult {
  /** Cases that the faultless reference does not pass, in whatever role. */
  readonly reference: { readonly verdict: Verdict; readonly cases: number; readonly unexpected: readonly string[] };
  readonly mutants: readonly MutantOutcome[];
  readonly nulls: readonly NullOutcome[];
  /** MUST requirements with cases, but without a fault that one of them notices. */
  readonly unproven: readonly string[];
}

/** Who takes the steps. The outcome of a step is the same whoever takes it. */
export interface Crew {
  /** Steps under way at a time. */
  readonly size: number;
  readonly take: (step: Step) => Promise<StepOutcome>;
}

export interface SelftestOptions {
  readonly suite: Suite;
  readonly faults: readonly Fault[];
  readonly nulls: readonly AnyNull[];
  /** Where the faultless reference is run. By default everywhere, which shows as well that each case applies somewhere. */
  readonly stages?: readonly Stage[];
  readonly signal: AbortSignal;
  /** By default one step after the other, in this thread. */
  readonly crew?: Crew;
  /** Called as a step begins, with the number of those that are done. */
  readonly onProgress?: (done: number, total: number, name: string) => void;
}

/** Runs the reference, every fault and every null target. `unproven` is over the faults that were given. */
export async function selftest(options: SelftestOptions): Promise<SelftestResult> {
  const { suite, signal, faults, nulls, onProgress } = options;
  const crew = options.crew ?? { size: 1, take: (step) => takeStep(step, { suite, signal, spec: '1.0.2' }) };
  const steps: readonly Step[] = [
    ...(options.stages ?? ALL_STAGES).map((subject) => ({ kind: 'stage', subject }) as const),
    ...faults.map((subject) => ({ kind: 'fault', subject }) as const),
    ...nulls.map((subject) => ({ kind: 'null', subject }) as const),
  ];
  const begin = (step: Step, done: number): Promise<StepOutcome> => {
    onProgress?.(done, steps.length, step.subject.name);
    return crew.take(step);
  };
  const outcomes = await shareOut(steps, crew.size, begin, signal);
  const stages = outcomes.flatMap((one) => (one.kind === 'stage' ? [one.outcome] : []));
  const mutants = outcomes.flatMap((one) => (one.kind === 'fault' ? [one.outcome] : []));
  return {
    reference: reference(stages, options.stages === undefined ? notApplicableAnywhere(stages, suite) : []),
    mutants,
    nulls: outcomes.flatMap((one) => (one.kind === 'null' ? [one.outcome] : [])),
    unproven: unproven(suite, mutants),
  };
}

function reference(stages: readonly StageOutcome[], more: readonly string[]): SelftestResult['reference'] {
  return {
    verdict: stages.map(({ verdict }) => verdict).find((verdict) => verdict !== 'conformant') ?? 'conformant',
    cases: new Set(stages.flatMap(({ cases }) => cases)).size,
    unexpected: [...stages.flatMap(({ unexpected }) => unexpected), ...more],
  };
}

function notApplicableAnywhere(stages: readonly StageOutcome[], suite: Suite): readonly string[] {
  const all = new Set(stages.flatMap(({ cases }) => cases));
  const seen = new Set(stages.flatMap((stage) => stage.seen));
  // Not everything applies everywhere, and everything has to apply somewhere, but for what a producer may refuse.
  const refusable = new Set(suite.cases.filter(({ task }) => task === 'encode').map(({ id }) => id));
  return [...all].filter((id) => !seen.has(id) && !refusable.has(id)).map((id) => `${id}: not applicable anywhere`);
}

// A requirement that only a target which claims to validate has to keep is a MUST for such a target.
function unproven(suite: Suite, mutants: readonly MutantOutcome[]): readonly string[] {
  const proven = new Set(mutants.filter(({ killed }) => killed).map(({ requirement }) => requirement));
  const must = new Set(
    suite.cases
      .map((item) => (item.whenValidating?.('message') ?? item).requirement)
      .filter(needsProof)
      .map(({ id }) => id),
  );
  return [...must].filter((id) => !proven.has(id));
}

const needsProof = ({ level, code }: Requirement): boolean => level === 'must' && (code === 'pos' || code === 'rej');
