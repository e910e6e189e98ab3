// The ways in which the reference is driven: each role has one, and the faults of the role are noticed there.

import type { Binding } from '../binding/types.js';
import type { Task } from '../engine/case.js';
import { casesOfTasks } from '../engine/cases-for.js';
import { allClaims, claimsOf, NO_CLAIMS } from '../engine/claims.js';
import type { ErrorMode } from '../engine/error-mode.js';
import { type RunOptions, type RunResult, run } from '../engine/run.js';
import type { Suite } from '../engine/suite.js';
import type { SpecVersion } from '../event/types.js';
import { createAdapterTarget } from '../target/adapter/adapter-target.js';
import type { AdapterHello } from '../target/adapter/protocol.js';
import { createHttpTarget } from '../target/http-target.js';
import { startSink } from '../target/sink.js';
import type { SetFilter } from '../target/types.js';
import { answerAs, claimsIn } from './adapter/answer.js';
import { adapterInMemory } from './adapter/in-memory.js';
import { brokerInMemory } from './broker-in-memory.js';
import { consumeWith } from './consumer.js';
import { FAMILIES, type Fault, type FaultRole } from './fault.js';
import { relayWith } from './relay.js';
import { serveReference } from './serve.js';

export interface Setup {
  readonly suite: Suite;
  readonly spec: SpecVersion;
  readonly signal: AbortSignal;
}

export interface Stage {
  readonly name: string;
  /** Whose faults are looked for here. Default: those over HTTP. */
  readonly family?: Fault['family'];
  readonly roles: readonly FaultRole[];
  readonly drive: (faults: readonly Fault[], setup: Setup) => Promise<RunResult>;
}

const NAMES = { kafka: 'Kafka', mqtt: 'MQTT' } as const;

/** One seed for all: a fault is compared with the reference under the same order and the same tokens. */
const SEED = 'selftest';

const HELLO: Omit<AdapterHello, 'supports'> = {
  kind: 'hello',
  name: 'reference',
  version: '0',
  language: 'typescript',
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
    drive: (faults, setup) =>
      overHttp(faults, setup, { tasks: ['decode'], observe: 'reply', claims: allClaims('http') }),
  },
  {
    name: 'validating receiver over HTTP',
    roles: ['validator'],
    drive: (faults, setup) =>
      overHttp(faults, setup, {
        tasks: ['decode'],
        observe: 'reply',
        claims: { ...allClaims('http'), validates: true },
        filter: { only: validated(setup.suite), skip: [] },
      }),
  },
  {
    name: 'validating adapter',
    roles: ['validator'],
    drive: (faults, setup) =>
      overAdapter(faults, setup, {
        tasks: ['decode'],
        bindings: ['http'],
        filter: { only: validated(setup.suite), skip: [] },
      }),
  },
  {
    name: 'producer behind an adapter',
    roles: ['producer'],
    drive: (faults, setup) => overAdapter(faults, setup, { tasks: ['encode'], bindings: ['http'] }),
  },
  ...(['kafka', 'mqtt'] as const).flatMap((family): readonly Stage[] => [
    {
      name: `receiver of ${NAMES[family]} behind an adapter`,
      family,
      roles: ['receiver'],
      drive: (faults, setup) => overAdapter(faults, setup, { tasks: ['decode'], bindings: FAMILIES[family] }),
    },
    {
      name: `broker of ${NAMES[family]}`,
      family,
      roles: ['relay'],
      drive: (faults, setup) => throughBroker(faults, setup, family),
    },
    ...(['decode', 'forward'] as const).map(
      (task): Stage => ({
        name: `${task === 'decode' ? 'validating consumer' : 'intermediary'} of ${NAMES[family]}`,
        family,
        roles: [],
        drive: (faults, setup) => overBroker(faults, setup, family, task),
      }),
    ),
    {
      name: `producer of ${NAMES[family]} behind an adapter`,
      family,
      roles: ['producer'],
      drive: (faults, setup) => overAdapter(faults, setup, { tasks: ['encode'], bindings: FAMILIES[family] }),
    },
  ]),
  { name: 'intermediary over HTTP', roles: ['intermediary'], drive: overSink },
  {
    name: 'engine behind an adapter',
    roles: ['engine'],
    drive: (faults, setup) => overAdapter(faults, setup, { tasks: ['evaluate'], bindings: ['http'] }),
  },
  { name: 'filter between HTTP and a sink', roles: ['broker'], drive: throughFilter },
];

/** What depends on the error mode of an engine is as right in another one, and where none is declared. */
export const OTHER_MODES: readonly Stage[] = (['complete', 'fail-fast', undefined] as const).map((mode) => ({
  name: `engine in ${mode === undefined ? 'a mode that it does not declare' : `${mode} mode`}`,
  roles: [],
  drive: (faults, setup) => overAdapter(faults, setup, { tasks: ['evaluate'], bindings: ['http'] }, { mode }),
}));

/** The reference behind an adapter, in all that it can be asked: decoding is the same there as over HTTP. */
export const WHOLE_ADAPTER: Stage = {
  name: 'everything behind an adapter',
  roles: [],
  drive: (faults, setup) => overAdapter(faults, setup, { tasks: ['decode', 'encode', 'forward', 'evaluate'] }),
};

type Ask = Pick<RunOptions, 'tasks' | 'observe'> & Partial<Pick<RunOptions, 'claims' | 'filter' | 'sink' | 'bindings'>>;

async function overHttp(
  faults: readonly Fault[],
  setup: Setup,
  ask: Ask,
  how: { readonly filtered?: true } = {},
): Promise<RunResult> {
  const served = await serveReference({
    faults,
    ...how,
    ...(ask.sink === undefined ? {} : { forward: ask.sink.url, forwardMode: 'other' as const }),
  });
  const target = createHttpTarget({ url: served.url, connections: 8 });
  try {
    const setFilter = how.filtered === true ? { setFilter: putFilter(served.filterUrl) } : {};
    return await run({ ...settings(setup), target, ...ask, ...setFilter });
  } finally {
    await target.close();
    await served.close();
  }
}

async function overBroker(
  faults: readonly Fault[],
  setup: Setup,
  family: Fault['family'],
  task: 'decode' | 'forward',
): Promise<RunResult> {
  const reply = task === 'decode' ? 'structured' : 'other';
  const { target, sink } = brokerInMemory((message) => consumeWith(message, faults, reply));
  const bindings = FAMILIES[family];
  const decodes = new Set(bindings.flatMap((binding) => [...allClaims(binding).decodes]));
  const claims = { ...NO_CLAIMS, decodes, validates: task === 'decode' };
  // What is passed on rests on what is read.
  const filter = { only: task === 'decode' ? [] : forwarded(setup.suite, bindings), skip: [] };
  const tasks: readonly Task[] = task === 'decode' ? ['decode'] : ['decode', 'forward'];
  return run({ ...settings(setup), target, sink, tasks, bindings, claims, filter, observe: 'sink' });
}

/** What is published comes out again: of MQTT for subscribers of both versions. */
async function throughBroker(faults: readonly Fault[], setup: Setup, family: Fault['family']): Promise<RunResult> {
  const { target, sink } = brokerInMemory((message) => relayWith(message, faults));
  const bindings = FAMILIES[family];
  return run({ ...settings(setup), target, sink, tasks: ['relay'], bindings, observe: 'sink' });
}

async function overSink(faults: readonly Fault[], setup: Setup): Promise<RunResult> {
  const sink = await startSink();
  const tasks: readonly Task[] = ['decode', 'forward'];
  const only = forwarded(setup.suite, ['http']);
  try {
    const ask = { tasks, observe: 'sink', claims: allClaims('http'), filter: { only, skip: [] }, sink } as const;
    return await overHttp(faults, setup, ask);
  } finally {
    await sink.close();
  }
}

async function throughFilter(faults: readonly Fault[], setup: Setup): Promise<RunResult> {
  const sink = await startSink();
  const only = idsOf(setup.suite, ({ task }) => task === 'filter');
  const claims = { ...allClaims('http'), filters: true };
  try {
    const ask = { tasks: ['filter'], observe: 'sink', claims, filter: { only, skip: [] }, sink } as const;
    return await overHttp(faults, setup, ask, { filtered: true });
  } finally {
    await sink.close();
  }
}

const putFilter =
  (url: URL): SetFilter =>
  async (expression) => {
    const response = await fetch(url, { method: 'PUT', body: expression });
    const reason = await response.text();
    return { reply: response.ok ? { kind: 'set' } : { kind: 'rejected', reason }, ms: 0 };
  };

async function overAdapter(
  faults: readonly Fault[],
  setup: Setup,
  ask: Pick<Ask, 'tasks' | 'filter' | 'bindings'>,
  { mode }: { readonly mode: ErrorMode | undefined } = { mode: 'operator' },
): Promise<RunResult> {
  const supports = claimsIn(mode);
  const target = createAdapterTarget(
    adapterInMemory((request) => answerAs(request, '0', faults, mode)),
    { ...HELLO, supports },
  );
  try {
    const claims = claimsOf(supports);
    return await run({ ...settings(setup), target, observe: 'adapter', claims, ...ask });
  } finally {
    await target.close();
  }
}

const validated = (suite: Suite): readonly string[] =>
  idsOf(suite, ({ task, whenValidating }) => task === 'decode' && whenValidating !== undefined);

const forwarded = ({ cases }: Suite, bindings: readonly Binding[]): readonly string[] => [
  ...new Set(casesOfTasks(cases, ['forward'], bindings).map(({ requirement }) => requirement.id)),
];

const idsOf = (suite: Suite, isOne: (item: Suite['cases'][number]) => boolean): readonly string[] => [
  ...new Set(suite.cases.filter(isOne).map(({ requirement }) => requirement.id)),
];
