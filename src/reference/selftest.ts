// The proof that the suite can say no: every fault must be noticed, and no null target may be believed.
import type { Requirement } from '../engine/requirement.js';
import type { Result, RunResult } from '../engine/run.js';
import type { Suite } from '../engine/suite.js';
import type { Verdict } from '../engine/verdict.js';
import type { NullAdapter } from './adapter/null-adapters.js';
import type { Fault } from './fault.js';
import type { NullFilter } from './null-filters.js';
import { type NullOutcome, nullAdapter, nullFilter, nullTarget, verdictOf } from './null-runs.js';
import type { NullTarget } from './nulls.js';
import { OTHER_MODES, type Setup, STAGES, type Stage, WHOLE_ADAPTER } from './stages.js';

/** What became of one fault. `killed`: a case of its own requirement failed. */
export interface MutantOutcome {
  readonly name: string;
  readonly requirement: string;
  readonly summary: string;
  readonly killed: boolean;
  /** Cases of its own requirement that failed. */
  readonly killers: readonly string[];
  /** Other requirements that failed too. */
  readonly also: readonly string[];
}

export interface SelftestResult {
  /** Cases that the faultless reference does not pass, in whatever role. */
  readonly reference: { readonly verdict: Verdict; readonly cases: number; readonly unexpected: readonly string[] };
  readonly mutants: readonly MutantOutcome[];
  readonly nulls: readonly NullOutcome[];
  /** MUST requirements with cases, but without a fault that one of them notices. */
  readonly unproven: readonly string[];
}

/** Anything that implements nothing. */
export type AnyNull = NullTarget | NullAdapter | NullFilter;

export interface SelftestOptions {
  readonly suite: Suite;
  readonly faults: readonly Fault[];
  readonly nulls: readonly AnyNull[];
  readonly signal: AbortSignal;
  readonly onProgress?: (done: number, total: number, name: string) => void;
}

/** Runs the reference, every fault and every null target. `unproven` is over the faults that were given. */
export async function selftest(options: SelftestOptions): Promise<SelftestResult> {
  const { suite, signal, faults, nulls } = options;
  const setup: Setup = { suite, signal, spec: '1.0.2' };
  const stages = [...STAGES, ...OTHER_MODES, WHOLE_ADAPTER];
  const total = stages.length + faults.length + nulls.length;
  let done = 0;
  const step = (name: string): void => options.onProgress?.(done++, total, name);
  const faultless: (readonly [Stage, RunResult])[] = [];
  for (const stage of stages) {
    step(stage.name);
    faultless.push([stage, await stage.drive([], setup)]);
  }
  const mutants: MutantOutcome[] = [];
  for (const fault of faults) {
    step(fault.name);
    mutants.push(await mutant(fault, setup));
  }
  const outcomes: NullOutcome[] = [];
  for (const target of nulls) {
    step(target.name);
    outcomes.push(await nullOutcome(target, setup));
  }
  return { reference: reference(faultless, suite), mutants, nulls: outcomes, unproven: unproven(suite, mutants) };
}

function nullOutcome(target: AnyNull, setup: Setup): Promise<NullOutcome> {
  if ('start' in target) return nullTarget(target, setup);
  return 'answer' in target ? nullAdapter(target, setup) : nullFilter(target, setup);
}

const AS_EXPECTED: ReadonlySet<string> = new Set(['pass', 'observed', 'not-applicable']);

function reference(runs: readonly (readonly [Stage, RunResult])[], suite: Suite): SelftestResult['reference'] {
  const unexpected = runs.flatMap(([{ name }, { results }]) =>
    results
      .filter(({ judgement }) => !AS_EXPECTED.has(judgement.status))
      .map(({ item, judgement }) => `${item.id}, ${name}: ${judgement.status} (${judgement.message ?? ''})`),
  );
  const all = new Set(runs.flatMap(([, { results }]) => results.map(({ item }) => item.id)));
  const seen = new Set(
    runs.flatMap(([, { results }]) =>
      results.filter(({ judgement }) => judgement.status !== 'not-applicable').map(({ item }) => item.id),
    ),
  );
  // Not everything applies everywhere, and everything has to apply somewhere, but for what a producer may refuse.
  const refusable = new Set(suite.cases.filter(({ task }) => task === 'encode').map(({ id }) => id));
  const nowhere = [...all]
    .filter((id) => !seen.has(id) && !refusable.has(id))
    .map((id) => `${id}: not applicable anywhere`);
  const verdicts = runs.map(([, result]) => verdictOf(suite, result));
  return {
    verdict: verdicts.find((verdict) => verdict !== 'conformant') ?? 'conformant',
    cases: all.size,
    unexpected: [...unexpected, ...nowhere],
  };
}

async function mutant(fault: Fault, setup: Setup): Promise<MutantOutcome> {
  const requirement = setup.suite.requirements.get(fault.requirement);
  const spec = requirement?.since === 'main' ? 'main' : '1.0.2';
  const failed: Result[] = [];
  for (const stage of STAGES.filter(({ roles }) => roles.includes(fault.role))) {
    const { results } = await stage.drive([fault], { ...setup, spec });
    failed.push(...results.filter(isFailed));
  }
  const killers = new Set(failed.map(({ item }) => item).filter((item) => item.requirement.id === fault.requirement));
  const also = new Set(failed.map(({ item }) => item.requirement.id).filter((id) => id !== fault.requirement));
  return {
    name: fault.name,
    requirement: fault.requirement,
    summary: fault.summary,
    killed: killers.size > 0,
    killers: [...new Set([...killers].map(({ id }) => id))],
    also: [...also].sort(),
  };
}

const isFailed = ({ judgement }: Result): boolean => ['fail', 'warn', 'timeout'].includes(judgement.status);

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
