// The steps of the selftest: each is taken alone, and what becomes of it is plain data, so that any thread can take it.
import type { Result } from '../engine/run.js';
import type { Verdict } from '../engine/verdict.js';
import { NULL_ADAPTERS, type NullAdapter } from './adapter/null-adapters.js';
import type { Fault } from './fault.js';
import { NULL_CONSUMERS, type NullConsumer } from './null-consumers.js';
import { NULL_FILTERS, type NullFilter } from './null-filters.js';
import { type NullOutcome, nullAdapter, nullConsumer, nullFilter, nullTarget, verdictOf } from './null-runs.js';
import { NULL_TARGETS, type NullTarget } from './nulls.js';
import { OTHER_MODES, type Setup, STAGES, type Stage, WHOLE_ADAPTER } from './stages.js';

/** What the faultless reference showed on one stage. */
export interface StageOutcome {
  readonly verdict: Verdict;
  /** Case ids, in the order of the suite. */
  readonly cases: readonly string[];
  /** Those of them that applied. */
  readonly seen: readonly string[];
  /** Those that the reference did not pass, with what was said of them. */
  readonly unexpected: readonly string[];
}

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

/** Anything that implements nothing. */
export type AnyNull = NullTarget | NullAdapter | NullFilter | NullConsumer;

/** None of these may be believed. */
export const ALL_NULLS: readonly AnyNull[] = [...NULL_TARGETS, ...NULL_ADAPTERS, ...NULL_FILTERS, ...NULL_CONSUMERS];

export type Step =
  | { readonly kind: 'stage'; readonly subject: Stage }
  | { readonly kind: 'fault'; readonly subject: Fault }
  | { readonly kind: 'null'; readonly subject: AnyNull };

export type StepOutcome =
  | { readonly kind: 'stage'; readonly outcome: StageOutcome }
  | { readonly kind: 'fault'; readonly outcome: MutantOutcome }
  | { readonly kind: 'null'; readonly outcome: NullOutcome };

/** Every stage on which the reference has to be without a flaw. */
export const ALL_STAGES: readonly Stage[] = [...STAGES, ...OTHER_MODES, WHOLE_ADAPTER];

/** The stages on which a fault shows itself, if it does. */
export const stagesOf = (fault: Fault): readonly Stage[] =>
  STAGES.filter(({ roles, family = 'http' }) => roles.includes(fault.role) && family === fault.family);

/** Takes one step in this thread. */
export async function takeStep(step: Step, setup: Setup): Promise<StepOutcome> {
  switch (step.kind) {
    case 'stage':
      return { kind: 'stage', outcome: await faultless(step.subject, setup) };
    case 'fault':
      return { kind: 'fault', outcome: await mutant(step.subject, setup) };
    case 'null':
      return { kind: 'null', outcome: await nullOutcome(step.subject, setup) };
  }
}

function nullOutcome(target: AnyNull, setup: Setup): Promise<NullOutcome> {
  if ('start' in target) return nullTarget(target, setup);
  if ('createConsumer' in target) return nullConsumer(target, setup);
  return 'answer' in target ? nullAdapter(target, setup) : nullFilter(target, setup);
}

const AS_EXPECTED: ReadonlySet<string> = new Set(['pass', 'observed', 'not-applicable']);

async function faultless(stage: Stage, setup: Setup): Promise<StageOutcome> {
  const result = await stage.drive([], setup);
  const { results } = result;
  return {
    verdict: verdictOf(setup.suite, result),
    cases: results.map(({ item }) => item.id),
    seen: results.filter(({ judgement }) => judgement.status !== 'not-applicable').map(({ item }) => item.id),
    unexpected: results
      .filter(({ judgement }) => !AS_EXPECTED.has(judgement.status))
      .map(({ item, judgement }) => `${item.id}, ${stage.name}: ${judgement.status} (${judgement.message ?? ''})`),
  };
}

async function mutant(fault: Fault, setup: Setup): Promise<MutantOutcome> {
  const requirement = setup.suite.requirements.get(fault.requirement);
  const spec = requirement?.since === 'main' ? 'main' : '1.0.2';
  const failed: Result[] = [];
  for (const stage of stagesOf(fault)) {
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
