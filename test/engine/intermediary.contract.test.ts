// One contract over the two ways to see what an intermediary passes on: asked for by an adapter, or arriving at a sink.
import { describe, expect, it } from 'vitest';
import { casesOfTasks } from '../../src/engine/cases-for.js';
import { allClaims } from '../../src/engine/claims.js';
import type { RunResult } from '../../src/engine/run.js';
import type { Suite } from '../../src/engine/suite.js';
import { type Fault, fault } from '../../src/reference/fault.js';
import { faultNamed } from '../../src/reference/faults/index.js';
import { serveReference } from '../../src/reference/serve.js';
import { startSink } from '../../src/target/sink.js';
import { loadSuite } from '../../suites/suite.js';
import { runAdapter, truly } from './helpers/adapter.js';
import { runAgainst, statuses } from './helpers/drive.js';

const suite: Suite = loadSuite();
const FORWARD = casesOfTasks(suite.cases, ['forward'], ['http']).map(({ id }) => id);
const filter = { only: FORWARD, skip: [] };

async function overSink(faults: readonly Fault[]): Promise<RunResult> {
  const sink = await startSink();
  const served = await serveReference({ faults, forward: sink.url, forwardMode: 'other' });
  try {
    const asked = { tasks: ['decode', 'forward'], observe: 'sink', sink, claims: allClaims('http'), filter } as const;
    return await runAgainst(served.url, suite, { ...asked, concurrency: 8 });
  } finally {
    await served.close();
    await sink.close();
  }
}

const overAdapter = (faults: readonly Fault[]): Promise<RunResult> => runAdapter(suite, truly(faults), { filter });

/** The statuses of what was to be passed on. */
const passedOn = (result: RunResult): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(statuses(result)).filter(([id]) => FORWARD.includes(id)));

const broken = (all: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(all).flatMap(([id, status]) => (['fail', 'warn', 'timeout'].includes(status) ? [id] : []));

const bothWays = async (faults: readonly Fault[]) => [
  passedOn(await overAdapter(faults)),
  passedOn(await overSink(faults)),
];

describe('the reference', () => {
  it('passes everything on, in both ways', async () => {
    const [adapter, sink] = await bothWays([]);
    expect(Object.keys(adapter ?? {})).toHaveLength(FORWARD.length);
    expect(new Set(Object.values(adapter ?? {}))).toEqual(new Set(['pass', 'observed']));
    expect(sink).toEqual(adapter);
  });
});

describe('what is understood wrongly is passed on wrongly, in both ways', () => {
  it.each([
    'core.type.time/zone',
    'core.type.str/number',
    'core.data.opaque/text',
    'core.size.accept/cut',
    'json.null.attr/word',
    'http.dec.once/twice',
    'http.bin.attrs/numbers',
    'json.read.b64/through-text',
  ])('with the fault %s', async (name) => {
    const [adapter, sink] = await bothWays([faultNamed(name)]);
    expect(broken(adapter ?? {})).not.toEqual([]);
    expect(sink).toEqual(adapter);
  });

  it('where an event is lost on its way', async () => {
    const lost = fault('core.int.forward/nothing', 'drops what has an extension', {
      outcome: (outcome) =>
        outcome.kind === 'events'
          ? { ...outcome, events: outcome.events.filter(({ attributes }) => !attributes.has('comexampleext')) }
          : outcome,
    });
    const [adapter, sink] = await bothWays([lost]);
    expect(broken(adapter ?? {})).toContain('core.int.forward/extension@http-binary');
    expect(sink).toEqual(adapter);
  });
});

describe('who answers and passes nothing on', () => {
  it('has its answers not taken for what it passes on', async () => {
    const [sink, served] = [await startSink(), await serveReference()];
    try {
      const asked = { tasks: ['decode', 'forward'], sink, claims: allClaims('http'), filter } as const;
      for (const observe of ['reply', 'status'] as const) {
        const result = await runAgainst(served.url, suite, { ...asked, observe, timeoutMs: 2_000 });
        expect(new Set(Object.values(passedOn(result))), observe).toEqual(new Set(['inconclusive']));
      }
    } finally {
      await served.close();
      await sink.close();
    }
  });
});

describe('who writes no single event', () => {
  it('is no intermediary', async () => {
    const supports = ['decode:http-binary', 'decode:http-structured', 'encode:http-batch'];
    const result = await runAdapter(suite, truly(), { supports, filter });
    expect(new Set(Object.values(passedOn(result)))).toEqual(new Set(['not-applicable']));
  });
});
