// The ways in which the reference is driven: each role has one, and the faults of the role are noticed there.

import type { Task } from '../engine/case.js';
import { ALL_CLAIMS, claimsOf } from '../engine/claims.js';
import { type RunOptions, type RunResult, run } from '../engine/run.js';
import type { Suite } from '../engine/suite.js';
import type { SpecVersion } from '../event/types.js';
import { createAdapterTarget } from '../target/adapter/adapter-target.js';
import type { AdapterHello } from '../target/adapter/protocol.js';
import { createHttpTarget } from '../target/http-target.js';
import { startSink } from '../target/sink.js';
import { answerAs, REFERENCE_CLAIMS } from './adapter/answer.js';
import { adapterInMemory } from './adapter/in-memory.js';
import type { Fault, FaultRole } from './fault.js';
import { serveReference } from './serve.js';

export interface Setup {
  readonly suite: Suite;
  readonly spec: SpecVersion;
  readonly signal: AbortSignal;
}

export interface Stage {
  readonly name: string;
  readonly roles: readonly FaultRole[];
  readonly drive: (faults: readonly Fault[], setup: Setup) => Promise<RunResult>;
}

/** One seed for all: a fault is compared with the reference under the same order and the same tokens. */
const SEED = 'selftest';

const HELLO: AdapterHello = {
  kind: 'hello',
  name: 'reference',
  version: '0',
  language: 'typescript',
  supports: REFERENCE_CLAIMS,
};

/** What all runs of the selftest have in common. */
export const settings = (setup: Setup): Omit<RunOptions, 'target' | 'tasks' | 'observe'> => ({
  ...setup,
  seed: SEED,
  concurrency: 8,
  timeoutMs: 5_000,
  filter: { only: [], skip: [] },
});

export const STAGES: readonly Stage[] = [
  {
    name: 'receiver over HTTP',
    roles: ['receiver'],
    drive: (faults, setup) => overHttp(faults, setup, { tasks: ['decode'], observe: 'reply', claims: ALL_CLAIMS }),
  },
  {
    name: 'validating receiver over HTTP',
    roles: ['validator'],
    drive: (faults, setup) =>
      overHttp(faults, setup, {
        tasks: ['decode'],
        observe: 'reply',
        claims: { ...ALL_CLAIMS, validates: true },
        filter: { only: validated(setup.suite), skip: [] },
      }),
  },
  {
    name: 'validating adapter',
    roles: ['validator'],
    drive: (faults, setup) =>
      overAdapter(faults, setup, { tasks: ['decode'], filter: { only: validated(setup.suite), skip: [] } }),
  },
  {
    name: 'producer behind an adapter',
    roles: ['producer'],
    drive: (faults, setup) => overAdapter(faults, setup, { tasks: ['encode'] }),
  },
  { name: 'intermediary over HTTP', roles: ['intermediary'], drive: overSink },
];

/** The reference behind an adapter, in all that it can be asked: decoding is the same there as over HTTP. */
export const WHOLE_ADAPTER: Stage = {
  name: 'everything behind an adapter',
  roles: [],
  drive: (faults, setup) => overAdapter(faults, setup, { tasks: ['decode', 'encode', 'forward'] }),
};

type Ask = Pick<RunOptions, 'tasks' | 'observe'> & Partial<Pick<RunOptions, 'claims' | 'filter' | 'sink'>>;

async function overHttp(faults: readonly Fault[], setup: Setup, ask: Ask): Promise<RunResult> {
  const served = await serveReference({
    faults,
    ...(ask.sink === undefined ? {} : { forward: ask.sink.url, forwardMode: 'other' as const }),
  });
  const target = createHttpTarget({ url: served.url, connections: 8 });
  try {
    return await run({ ...settings(setup), target, ...ask });
  } finally {
    await target.close();
    await served.close();
  }
}

async function overSink(faults: readonly Fault[], setup: Setup): Promise<RunResult> {
  const sink = await startSink();
  const tasks: readonly Task[] = ['decode', 'forward'];
  const only = idsOf(setup.suite, ({ task }) => task === 'forward');
  try {
    const ask = { tasks, observe: 'sink', claims: ALL_CLAIMS, filter: { only, skip: [] }, sink } as const;
    return await overHttp(faults, setup, ask);
  } finally {
    await sink.close();
  }
}

async function overAdapter(
  faults: readonly Fault[],
  setup: Setup,
  ask: Pick<Ask, 'tasks' | 'filter'>,
): Promise<RunResult> {
  const target = createAdapterTarget(
    adapterInMemory((request) => answerAs(request, '0', faults)),
    HELLO,
  );
  try {
    const claims = claimsOf(HELLO.supports);
    return await run({ ...settings(setup), target, observe: 'adapter', claims, ...ask });
  } finally {
    await target.close();
  }
}

const validated = (suite: Suite): readonly string[] =>
  idsOf(suite, ({ task, whenValidating }) => task === 'decode' && whenValidating !== undefined);

const idsOf = (suite: Suite, isOne: (item: Suite['cases'][number]) => boolean): readonly string[] => [
  ...new Set(suite.cases.filter(isOne).map(({ requirement }) => requirement.id)),
];
