// A whole run: probe, select, execute, judge. What it returns holds everything a report needs.
import type { Form } from '../binding/encode-message.js';
import { BINDINGS, type Binding } from '../binding/types.js';
import type { SpecVersion } from '../event/types.js';
import type { SetFilter, Sink, Target } from '../target/types.js';
import { whyNotApplicable } from './applicable.js';
import { CARRIERS, formOf } from './carriers.js';
import type { Case, Task } from './case.js';
import { casesFor, casesOfTasks } from './cases-for.js';
import { bindingsClaimed, type Claims } from './claims.js';
import { ConformError, EXIT } from './error.js';
import type { Evidence } from './evidence.js';
import { OPEN_FILTER, rememberingFilter } from './exchange-filtered.js';
import { executeInTurn } from './execute.js';
import { firstSign } from './first-sign.js';
import { createJudging } from './judge.js';
import type { Judgement } from './judgement.js';
import type { Observation } from './observed.js';
import { type Probed, probe } from './probe.js';
import { probeAdapter } from './probe-adapter.js';
import { probeRelay } from './probe-relay.js';
import { shuffled } from './random.js';
import { type Filter, select } from './select.js';
import type { Suite } from './suite.js';

export interface RunOptions {
  readonly suite: Suite;
  readonly target: Target;
  /** What the target can be asked. */
  readonly tasks: readonly Task[];
  /** Over which bindings. Default: HTTP, and behind an adapter what it claims beside it. */
  readonly bindings?: readonly Binding[];
  readonly sink?: Sink;
  /** How the filter between the target and the sink is set, where it can be. */
  readonly setFilter?: SetFilter;
  readonly observe: Observation | 'auto';
  readonly claims?: Claims;
  readonly filter: Filter;
  readonly spec: SpecVersion;
  readonly seed: string;
  readonly concurrency: number;
  /** The deadline of one exchange, in milliseconds. */
  readonly timeoutMs: number;
  /** Ends the run; what ran until then is judged. */
  readonly signal: AbortSignal;
  /** The target has only just been started, and is given time to show a first sign; settles when it has ended again. */
  readonly startup?: Promise<unknown>;
  readonly onProbed?: (probed: Probed) => void;
  readonly onProgress?: (done: number, total: number) => void;
}

/** One case of a run: what was seen, and what follows from it. */
export interface Result {
  readonly item: Case;
  readonly judgement: Judgement;
  readonly evidence?: Evidence;
}

export interface RunResult {
  readonly probed: Probed;
  readonly tasks: readonly Task[];
  readonly bindings: readonly Binding[];
  readonly spec: SpecVersion;
  /** In the order of the suite, whatever order they ran in. */
  readonly results: readonly Result[];
  readonly stopped?: string;
}

/** Runs the selected cases against the target. Throws a ConformError for a bad filter or a target that never answers. */
export async function run(given: RunOptions): Promise<RunResult> {
  const options = given.setFilter === undefined ? given : { ...given, setFilter: rememberingFilter(given.setFilter) };
  const { claims } = options;
  const bindings = options.bindings ?? bindingsAsked(claims, options.observe);
  const selection = select(casesOfTasks(options.suite.cases, options.tasks, bindings), options.filter);
  // The probes go through the filter too.
  await openFirst(options);
  if (options.startup !== undefined) await firstSign({ ...options, bindings }, options.startup);
  const probed =
    options.observe === 'adapter' && claims !== undefined
      ? await probeAdapter({ ...options, claims })
      : await (options.tasks.includes('relay') ? probeRelay : probe)({ ...options, bindings });
  options.onProbed?.(probed);
  const cases = casesFor(selection.cases, probed.claims, probed.observation);
  const applicable = cases.filter((item) => whyNotApplicable(item, probed) === undefined);
  const judging = createJudging(options.spec);
  const execution = await executeInTurn(shuffled(applicable, options.seed), {
    ...options,
    observation: probed.observation,
    fence: probed.fence,
    ...writesOf(probed.claims),
    onEvidence: judging.hear,
  });
  // The target is left as it was found by the first case, also where the run was interrupted.
  await options.setFilter?.(OPEN_FILTER, { timeoutMs: options.timeoutMs });
  const judgements = judging.decide(applicable, execution.evidence);
  const results = cases.map((item): Result => {
    const judgement = judgements.get(item.id);
    const evidence = execution.evidence.get(item.id);
    if (judgement !== undefined && evidence !== undefined) return { item, judgement, evidence };
    return { item, judgement: withoutEvidence(item, probed, execution.faults.get(item.id), execution.stopped) };
  });
  return {
    probed,
    tasks: options.tasks,
    bindings,
    spec: options.spec,
    results,
    ...(execution.stopped === undefined ? {} : { stopped: execution.stopped }),
  };
}

// A command that cannot set the plainest filter would leave every case of a filter undecided.
async function openFirst({ setFilter, timeoutMs, signal }: RunOptions): Promise<void> {
  const reply = (await setFilter?.(OPEN_FILTER, { timeoutMs, signal }))?.reply;
  if (reply?.kind !== 'unset' || signal.aborted) return;
  throw new ConformError({
    code: 'filter.unset',
    message: `failed to set the filter ${OPEN_FILTER}: ${reply.reason}`,
    hint: 'run the command behind --apply by itself, with the expression on its stdin, and look at its exit code',
    exit: EXIT.inconclusive,
  });
}

function withoutEvidence(
  item: Case,
  probed: Probed,
  fault: string | undefined,
  stopped: string | undefined,
): Judgement {
  if (fault !== undefined)
    return { status: 'harness-error', message: `the harness could not carry out this case: ${fault}` };
  const reason = whyNotApplicable(item, probed);
  if (reason !== undefined) return { status: 'not-applicable', message: reason };
  return { status: 'not-run', message: stopped ?? 'not reached' };
}

/** The bindings that a target is asked over: HTTP, and behind an adapter what it claims beside that. */
export function bindingsAsked(claims: Claims | undefined, observe: RunOptions['observe']): readonly Binding[] {
  const claimed = observe === 'adapter' && claims !== undefined ? bindingsClaimed(claims) : [];
  return BINDINGS.filter((binding) => binding === 'http' || claimed.includes(binding));
}

/** The form in which a target is asked to write what it found valid: in structured mode nothing hides behind the encoding of headers. */
export function writesOf({ encodes }: Claims): { readonly writes?: Form } {
  const written = CARRIERS.filter((carrier) => encodes.has(carrier) && carrier !== 'http-batch');
  const [carrier] = [...written.filter((one) => formOf(one).mode === 'structured'), ...written];
  return carrier === undefined ? {} : { writes: formOf(carrier) };
}
