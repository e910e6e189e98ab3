// Drives every case over the target: concurrently first, then each suspect alone, with a health check behind it.
import { setMaxListeners } from 'node:events';
import type { Reply, TransportFailure } from '../target/types.js';
import type { Case } from './case.js';
import type { Drive } from './drive.js';
import type { Evidence } from './evidence.js';
import { exchangeCase } from './exchange-case.js';
import { checkHealth } from './health.js';
import { createRetention } from './retention.js';

export interface Execution {
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** Cases that our own code could not carry out. */
  readonly faults: ReadonlyMap<string, string>;
  /** Why the run ended early, if it did. */
  readonly stopped?: string;
}

export interface ExecuteOptions extends Drive {
  readonly concurrency: number;
  readonly onProgress?: (done: number, total: number) => void;
  /** Called for each evidence as it comes in; it can be replaced later, when a suspect is asked again. */
  readonly onEvidence?: (item: Case, evidence: Evidence) => void;
}

/**
 * Runs the cases in the order given; those that set a filter last and one by one, because the filter is one for all.
 * Never throws for anything the target does.
 */
export async function executeInTurn(cases: readonly Case[], options: ExecuteOptions): Promise<Execution> {
  const [filtered, others] = [cases.filter(isFiltered), cases.filter((item) => !isFiltered(item))];
  if (filtered.length === 0) return execute(cases, options);
  const progress =
    (before: number) =>
    (done: number): void =>
      options.onProgress?.(before + done, cases.length);
  const first = await execute(others, { ...options, onProgress: progress(0) });
  if (first.stopped !== undefined) return first;
  const second = await execute(filtered, { ...options, concurrency: 1, onProgress: progress(others.length) });
  return {
    evidence: new Map([...first.evidence, ...second.evidence]),
    faults: new Map([...first.faults, ...second.faults]),
    ...(second.stopped === undefined ? {} : { stopped: second.stopped }),
  };
}

const isFiltered = ({ filter }: Case): boolean => filter !== undefined;

/** Runs the cases in the order given. Never throws for anything the target does. */
export async function execute(cases: readonly Case[], options: ExecuteOptions): Promise<Execution> {
  // Each exchange under way listens for the end of the run; many at a time are no leak.
  setMaxListeners(0, options.signal);
  const run: Run = {
    options,
    retain: createRetention(),
    evidence: new Map(),
    faults: new Map(),
    suspects: [],
    total: cases.length,
    stop: undefined,
  };
  const queue = cases.values();
  await Promise.all(Array.from({ length: Math.max(1, options.concurrency) }, () => work(queue, run)));
  await confirm(run);
  const stopped = options.signal.aborted ? (run.stop ?? reasonOf(options.signal)) : run.stop;
  return { evidence: run.evidence, faults: run.faults, ...(stopped === undefined ? {} : { stopped }) };
}

interface Run {
  readonly options: ExecuteOptions;
  readonly retain: (evidence: Evidence) => Evidence;
  readonly evidence: Map<string, Evidence>;
  readonly faults: Map<string, string>;
  readonly suspects: Case[];
  readonly total: number;
  stop: string | undefined;
  health?: Promise<TransportFailure | undefined> | undefined;
}

// Workers share one queue, so that a slow case holds up nobody else.
async function work(queue: Iterable<Case>, run: Run): Promise<void> {
  for (const item of queue) {
    if (run.stop !== undefined || run.options.signal.aborted) return;
    const evidence = await attempt(item, run);
    if (evidence !== undefined && isSuspect(evidence)) {
      run.suspects.push(item);
      // One check serves all workers that met trouble at the same time.
      run.health ??= checkHealth(run.options).finally(() => {
        run.health = undefined;
      });
      const failure = await run.health;
      if (failure !== undefined) run.stop ??= `the target stopped answering (${failure.message})`;
    }
    run.options.onProgress?.(run.evidence.size + run.faults.size, run.total);
  }
}

async function attempt(item: Case, run: Run): Promise<Evidence | undefined> {
  try {
    const evidence = run.retain(await exchangeCase(item, run.options));
    // What was cut off by the end of the run says nothing; it is `not-run`.
    if (!run.options.signal.aborted) {
      run.evidence.set(item.id, evidence);
      run.options.onEvidence?.(item, evidence);
    }
    return evidence;
  } catch (error) {
    // What an earlier attempt saw was not confirmed.
    run.evidence.delete(item.id);
    run.faults.set(item.id, error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

// A lost connection may be another case's doing. Each suspect is asked again alone, so that none is blamed for another.
async function confirm(run: Run): Promise<void> {
  for (const item of run.suspects) {
    const evidence = isOver(run) ? undefined : await attempt(item, run);
    if (isOver(run)) dismiss(item, run);
    if (isOver(run) || evidence === undefined || !isSuspect(evidence)) continue;
    const failure = await checkHealth(run.options);
    if (failure !== undefined) run.stop = `the target stopped answering after ${item.id} (${failure.message})`;
  }
}

const isOver = (run: Run): boolean => run.stop !== undefined || run.options.signal.aborted;

// Nothing tells which of the cases in flight ended the target (it may even be one that was answered), so none of them is
// accused. A case that was alone with the target is.
function dismiss(item: Case, run: Run): void {
  const evidence = run.evidence.get(item.id);
  if (evidence === undefined || run.options.concurrency <= 1) return;
  const message = `the connection was lost while up to ${run.options.concurrency} cases were in flight; --concurrency 1 tells which`;
  run.evidence.set(item.id, {
    ...evidence,
    replies: evidence.replies.map((reply) =>
      isLost(reply) ? { kind: 'failure', failure: { code: 'aborted', message } } : reply,
    ),
  });
}

// Over a broker a reader that died shows by its silence alone.
const isSuspect = ({ replies, fence }: Evidence): boolean =>
  replies.some(isLost) || (fence === 'lost' && replies.some(({ kind }) => kind === 'published'));

const isLost = (reply: Reply): boolean =>
  reply.kind === 'failure' &&
  ['timeout', 'unreachable', 'closed', 'reset', 'not-http', 'too-large', 'interrupted'].includes(reply.failure.code);

const reasonOf = (signal: AbortSignal): string =>
  signal.reason instanceof Error && signal.reason.name === 'TimeoutError'
    ? 'the deadline of the run has passed'
    : 'the run was interrupted';
