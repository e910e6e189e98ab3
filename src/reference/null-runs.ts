// What becomes of targets, adapters and filters that implement nothing.
import { chooseProfiles } from '../engine/choose-profiles.js';
import { allClaims, claimsOf, NO_CLAIMS } from '../engine/claims.js';
import { ConformError, EXIT } from '../engine/error.js';
import { profileOutcome, runVerdict } from '../engine/outcomes.js';
import { type RunResult, run } from '../engine/run.js';
import type { Suite } from '../engine/suite.js';
import type { Verdict } from '../engine/verdict.js';
import { faceOf } from '../report/badge/face-of.js';
import { type Face, GREEN } from '../report/badge/types.js';
import { buildReport, type Setting } from '../report/build.js';
import { createAdapterTarget } from '../target/adapter/adapter-target.js';
import { greet } from '../target/adapter/greet.js';
import { createHttpTarget } from '../target/http-target.js';
import { startSink } from '../target/sink.js';
import { adapterInMemory } from './adapter/in-memory.js';
import type { NullAdapter } from './adapter/null-adapters.js';
import { brokerInMemory } from './broker-in-memory.js';
import { FAMILIES } from './fault.js';
import type { NullConsumer } from './null-consumers.js';
import type { NullFilter } from './null-filters.js';
import type { NullTarget } from './nulls.js';
import { type Setup, settings } from './stages.js';

/** What became of one null target. `fooled`: it was found conformant, a case passed on it, or it would get a green badge. */
export interface NullOutcome {
  readonly name: string;
  readonly summary: string;
  readonly verdict: Verdict | 'unreachable';
  readonly passed: readonly string[];
  /** The badges that its reports give, of each run and of each profile. */
  readonly badges: readonly Face[];
  readonly fooled: boolean;
}

/** Null targets are asked with little patience: the one that hangs shows nothing more in a longer time. */
const NULL_TIMEOUT_MS = 300;

/** Filters are set one after the other; what is passed on in this process arrives at once. */
const NULL_FILTER_TIMEOUT_MS = 100;

/** Runs a null target once as anybody would, and once in the belief that its replies are events. */
export async function nullTarget(target: NullTarget, setup: Setup): Promise<NullOutcome> {
  const results: (RunResult | undefined)[] = [];
  for (const observe of ['auto', 'reply'] as const) {
    const served = await target.start();
    const http = createHttpTarget({ url: served.url, connections: 8 });
    try {
      const asked = { ...settings(setup), timeoutMs: NULL_TIMEOUT_MS, tasks: ['decode'], observe } as const;
      results.push(await reached(() => run({ ...asked, target: http })));
    } finally {
      await http.close();
      await served.close();
    }
  }
  return outcomeOf(target, results, setup.suite);
}

/** Greets a null adapter and, where it can be believed so far, runs everything that it claims. */
export async function nullAdapter(target: NullAdapter, setup: Setup): Promise<NullOutcome> {
  const adapter = adapterInMemory(target.answer);
  try {
    const greeting = await greet(adapter, { timeoutMs: NULL_TIMEOUT_MS, signal: setup.signal });
    if (greeting.kind === 'problem') return outcomeOf(target, [undefined], setup.suite);
    const { hello } = greeting;
    const asked = { ...settings(setup), timeoutMs: NULL_TIMEOUT_MS, claims: claimsOf(hello.supports) };
    const tasks = ['decode', 'encode', 'forward', 'evaluate'] as const;
    const result = await reached(() =>
      run({ ...asked, target: createAdapterTarget(adapter, hello), tasks, observe: 'adapter' }),
    );
    return outcomeOf(target, [result], setup.suite);
  } finally {
    await adapter.close();
  }
}

/** Runs the cases of filters against a null filter, in the belief that it is one. */
export async function nullFilter(target: NullFilter, setup: Setup): Promise<NullOutcome> {
  const sink = await startSink();
  const served = await target.startBefore(sink.url);
  const http = createHttpTarget({ url: served.url, connections: 8 });
  const claims = { ...allClaims('http'), filters: true };
  const setFilter = () => Promise.resolve({ reply: target.set, ms: 0 });
  try {
    const asked = {
      ...settings(setup),
      timeoutMs: NULL_FILTER_TIMEOUT_MS,
      tasks: ['filter'],
      observe: 'sink',
    } as const;
    const result = await reached(() => run({ ...asked, target: http, claims, sink, setFilter }));
    return outcomeOf(target, [result], setup.suite);
  } finally {
    await http.close();
    await served.close();
    await sink.close();
  }
}

/** Runs the cases of receivers against a null consumer, in the belief that it reads everything. */
export async function nullConsumer(target: NullConsumer, setup: Setup): Promise<NullOutcome> {
  const { target: broker, sink } = brokerInMemory(target.createConsumer());
  const bindings = FAMILIES[target.family];
  const decodes = new Set(bindings.flatMap((binding) => [...allClaims(binding).decodes]));
  const asked = { ...settings(setup), timeoutMs: NULL_TIMEOUT_MS, tasks: ['decode'], observe: 'sink' } as const;
  const claims = { ...NO_CLAIMS, decodes };
  const result = await reached(() => run({ ...asked, target: broker, sink, bindings, claims }));
  return outcomeOf(target, [result], setup.suite);
}

// A target that never answers has been refused as clearly as can be.
async function reached(drive: () => Promise<RunResult>): Promise<RunResult | undefined> {
  try {
    return await drive();
  } catch (error) {
    if (error instanceof ConformError && error.diagnostic.exit === EXIT.inconclusive) return undefined;
    throw error;
  }
}

function outcomeOf(
  { name, summary }: { readonly name: string; readonly summary: string },
  results: readonly (RunResult | undefined)[],
  suite: Suite,
): NullOutcome {
  const verdicts = results.map((result) => (result === undefined ? 'unreachable' : verdictOf(suite, result)));
  const passed = new Set(
    results.flatMap((result) =>
      (result?.results ?? []).flatMap(({ item, judgement }) => (judgement.status === 'pass' ? [item.id] : [])),
    ),
  );
  const verdict = verdicts.includes('conformant') ? 'conformant' : (verdicts[0] ?? 'unreachable');
  const badges = results.flatMap((result) => (result === undefined ? [] : badgesOf(suite, result)));
  const fooled = verdict === 'conformant' || passed.size > 0 || badges.some(({ color }) => color === GREEN);
  return { name, summary, verdict, passed: [...passed], badges, fooled };
}

// Every badge that `ce-conform badge` could make of such a run.
function badgesOf(suite: Suite, result: RunResult): readonly Face[] {
  const report = buildReport(suite, result, NULL_SETTING);
  return [undefined, ...report.profiles.map(({ id }) => id)].map((profile) => faceOf(report, profile));
}

const NULL_SETTING: Setting = {
  tool: { name: 'ce-conform', version: '' },
  target: { name: 'null', kind: 'null' },
  run: { seed: '', startedAt: '', durationMs: 0, node: '', platform: '' },
  profiles: [],
  redact: (lines) => lines,
};

/** The verdict of a run over the profiles that it can decide. */
export function verdictOf(suite: Suite, { results, spec, probed, tasks, bindings }: RunResult): Verdict {
  const { observation, claims } = probed;
  const profiles = chooseProfiles(suite.profiles, [], { observation, claims, tasks, bindings });
  return runVerdict(
    profiles.map((profile) => profileOutcome(profile, results, { spec, claims })),
    spec,
  );
}
