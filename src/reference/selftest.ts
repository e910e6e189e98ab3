// The proof that the suite can say no: every fault must be noticed, and no null target may be believed.
import { chooseProfiles } from '../engine/choose-profiles.js';
import { ALL_CLAIMS, type Claims } from '../engine/claims.js';
import { ConformError, EXIT } from '../engine/error.js';
import type { Observation } from '../engine/observed.js';
import { profileOutcome, runVerdict } from '../engine/outcomes.js';
import type { Requirement } from '../engine/requirement.js';
import { type Result, type RunResult, run } from '../engine/run.js';
import type { Suite } from '../engine/suite.js';
import type { Verdict } from '../engine/verdict.js';
import type { SpecVersion } from '../event/types.js';
import { createHttpTarget } from '../target/http-target.js';
import type { Fault } from './fault.js';
import type { NullTarget } from './nulls.js';
import { type Served, serveReference } from './serve.js';

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

/** What became of one null target. `fooled`: it was found conformant, or a case passed on it. */
export interface NullOutcome {
  readonly name: string;
  readonly summary: string;
  readonly verdict: Verdict | 'unreachable';
  readonly passed: readonly string[];
  readonly fooled: boolean;
}

export interface SelftestResult {
  /** Cases that the faultless reference does not pass. */
  readonly reference: { readonly verdict: Verdict; readonly cases: number; readonly unexpected: readonly string[] };
  readonly mutants: readonly MutantOutcome[];
  readonly nulls: readonly NullOutcome[];
  /** MUST requirements with cases, but without a fault that one of them notices. */
  readonly unproven: readonly string[];
}

export interface SelftestOptions {
  readonly suite: Suite;
  readonly faults: readonly Fault[];
  readonly nulls: readonly NullTarget[];
  readonly signal: AbortSignal;
  readonly onProgress?: (done: number, total: number, name: string) => void;
}

/** Null targets are asked with little patience: the one that hangs shows nothing more in a longer time. */
const NULL_TIMEOUT_MS = 300;

/** Runs the reference, every fault and every null target. `unproven` is over the faults that were given. */
export async function selftest(options: SelftestOptions): Promise<SelftestResult> {
  const total = 1 + options.faults.length + options.nulls.length;
  let done = 0;
  const step = (name: string): void => options.onProgress?.(done++, total, name);
  step('reference');
  const reference = await onReference([], '1.0.2', options);
  const mutants: MutantOutcome[] = [];
  for (const fault of options.faults) {
    step(fault.name);
    mutants.push(await mutant(fault, options));
  }
  const nulls: NullOutcome[] = [];
  for (const target of options.nulls) {
    step(target.name);
    nulls.push(await nullTarget(target, options));
  }
  return { reference: faultless(reference, options.suite), mutants, nulls, unproven: unproven(options.suite, mutants) };
}

function faultless(result: RunResult, suite: Suite): SelftestResult['reference'] {
  const unexpected = result.results.filter(
    ({ judgement }) => judgement.status !== 'pass' && judgement.status !== 'observed',
  );
  return {
    verdict: verdictOf(suite, result),
    cases: result.results.length,
    unexpected: unexpected.map(({ item, judgement }) => `${item.id}: ${judgement.status}`),
  };
}

async function mutant(fault: Fault, options: SelftestOptions): Promise<MutantOutcome> {
  const requirement = options.suite.requirements.get(fault.requirement);
  const { results } = await onReference([fault], requirement?.since === 'main' ? 'main' : '1.0.2', options);
  const failed = results.filter(isFailed);
  const killers = failed.filter(({ item }) => item.requirement.id === fault.requirement);
  const also = new Set(failed.map(({ item }) => item.requirement.id).filter((id) => id !== fault.requirement));
  return {
    name: fault.name,
    requirement: fault.requirement,
    summary: fault.summary,
    killed: killers.length > 0,
    killers: killers.map(({ item }) => item.id),
    also: [...also].sort(),
  };
}

const isFailed = ({ judgement }: Result): boolean => ['fail', 'warn', 'timeout'].includes(judgement.status);

async function nullTarget(target: NullTarget, options: SelftestOptions): Promise<NullOutcome> {
  const { name, summary } = target;
  const verdicts: (Verdict | 'unreachable')[] = [];
  const passed = new Set<string>();
  // Once as anybody would run it, and once in the belief that its replies are events.
  for (const observe of ['auto', 'reply'] as const) {
    const served = await target.start();
    try {
      const result = await drive(served, { ...options, observe, timeoutMs: NULL_TIMEOUT_MS });
      verdicts.push(verdictOf(options.suite, result));
      for (const { item, judgement } of result.results) if (judgement.status === 'pass') passed.add(item.id);
    } catch (error) {
      if (!(error instanceof ConformError) || error.diagnostic.exit !== EXIT.inconclusive) throw error;
      verdicts.push('unreachable');
    } finally {
      await served.close();
    }
  }
  const verdict = verdicts.includes('conformant') ? 'conformant' : (verdicts[0] ?? 'unreachable');
  return { name, summary, verdict, passed: [...passed], fooled: verdict === 'conformant' || passed.size > 0 };
}

async function onReference(faults: readonly Fault[], spec: SpecVersion, options: SelftestOptions): Promise<RunResult> {
  const served = await serveReference({ faults });
  try {
    return await drive(served, { ...options, observe: 'reply', claims: ALL_CLAIMS, spec });
  } finally {
    await served.close();
  }
}

interface DriveOptions extends SelftestOptions {
  readonly observe: Observation | 'auto';
  readonly claims?: Claims;
  readonly spec?: SpecVersion;
  readonly timeoutMs?: number;
}

/** One seed for all: a fault is compared with the reference under the same order and the same tokens. */
const SEED = 'selftest';

async function drive(served: Served, options: DriveOptions): Promise<RunResult> {
  const { suite, signal, observe, claims, spec = '1.0.2', timeoutMs = 5_000 } = options;
  const target = createHttpTarget({ url: served.url, connections: 8 });
  try {
    return await run({
      suite,
      target,
      tasks: ['decode'],
      observe,
      spec,
      timeoutMs,
      signal,
      seed: SEED,
      concurrency: 8,
      filter: { only: [], skip: [] },
      ...(claims === undefined ? {} : { claims }),
    });
  } finally {
    await target.close();
  }
}

function verdictOf(suite: Suite, { results, spec, probed, tasks }: RunResult): Verdict {
  const { observation, claims } = probed;
  const profiles = chooseProfiles(suite.profiles, [], { observation, claims, tasks });
  return runVerdict(
    profiles.map((profile) => profileOutcome(profile, results, { spec, claims })),
    spec,
  );
}

function unproven(suite: Suite, mutants: readonly MutantOutcome[]): readonly string[] {
  const proven = new Set(mutants.filter(({ killed }) => killed).map(({ requirement }) => requirement));
  const must = new Set(suite.cases.map(({ requirement }) => requirement).filter(needsProof));
  return [...must].map(({ id }) => id).filter((id) => !proven.has(id));
}

const needsProof = ({ level, code }: Requirement): boolean => level === 'must' && (code === 'pos' || code === 'rej');
