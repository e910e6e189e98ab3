// One contract over the ways to see a decoded event: whichever way a target is seen, the same case has the same status.
import { describe, expect, it } from 'vitest';
import { allClaims, type Claims } from '../../src/engine/claims.js';
import type { RunResult } from '../../src/engine/run.js';
import type { Suite } from '../../src/engine/suite.js';
import type { Fault } from '../../src/reference/fault.js';
import { faultNamed } from '../../src/reference/faults/index.js';
import { serveReference } from '../../src/reference/serve.js';
import { startSink } from '../../src/target/sink.js';
import { loadSuite } from '../../suites/suite.js';
import { runAdapter, truly } from './helpers/adapter.js';
import { runAgainst, statuses } from './helpers/drive.js';

const suite: Suite = loadSuite();

const READS = ['decode:http-binary', 'decode:http-structured', 'decode:http-batch'];

interface Way {
  readonly name: string;
  readonly drive: (faults: readonly Fault[], only: readonly string[], claims: Claims) => Promise<RunResult>;
}

const WAYS: readonly Way[] = [
  {
    name: 'an adapter',
    drive: (faults, only, claims) =>
      runAdapter(suite, truly(faults), { supports: READS, claims, tasks: ['decode'], filter: { only, skip: [] } }),
  },
  {
    name: 'HTTP, by the reply',
    drive: async (faults, only, claims) => {
      const served = await serveReference({ faults });
      try {
        return await runAgainst(served.url, suite, { observe: 'reply', claims, filter: { only, skip: [] } });
      } finally {
        await served.close();
      }
    },
  },
  {
    name: 'HTTP, by a sink',
    drive: async (faults, only, claims) => {
      const sink = await startSink();
      const served = await serveReference({ faults, forward: sink.url });
      try {
        return await runAgainst(served.url, suite, { observe: 'sink', sink, claims, filter: { only, skip: [] } });
      } finally {
        await served.close();
        await sink.close();
      }
    },
  },
];

/** Cases that only a connection can show: a method, a framing, the pieces of a body. By name, so that none joins unseen. */
const ON_A_CONNECTION = [
  'http.method/put@http-binary',
  'http.method/put@http-structured',
  'http.method/patch@http-binary',
  'http.method/patch@http-structured',
  'http.bin.ct-none/chunked@http-binary',
  'http.bin.body/chunked@http-binary',
  'http.bin.body/split@http-binary',
  'http.bin.no-data/length-zero@http-binary',
  'http.bin.no-data/no-framing@http-binary',
  'http.bin.no-data/chunked@http-binary',
  'http.bin.attrs/split@http-binary',
];

const FAULTS = [
  'core.type.int-bounds/single',
  'core.ext.empty-string/dropped',
  'core.data.opaque/line-ends',
  'json.null.attr/word',
  'json.read.b64/decoded-twice',
  'json.batch.mixed/first-only',
  'http.mode.batch/shorter-prefix',
  'http.bin.case/lower-only',
  'http.dec.once/twice',
  'http.dec.quoted/kept',
  'http.dec.bad-utf8/replaced',
];

/** The statuses of all cases that an adapter can see, too. */
const comparable = (result: RunResult): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(statuses(result)).filter(([id]) => !ON_A_CONNECTION.includes(id)));

describe('cases about bytes on a connection', () => {
  it('are those that are named here', () => {
    const own = suite.cases.filter(({ transport }) => transport === true).map(({ id }) => id);
    expect(own.toSorted()).toEqual(ON_A_CONNECTION.toSorted());
  });

  it('do not apply to an adapter', async () => {
    const result = await runAdapter(suite, truly(), { filter: { only: ON_A_CONNECTION, skip: [] } });
    for (const id of ON_A_CONNECTION) expect(statuses(result)[id], id).toBe('not-applicable');
  });
});

describe('the reference', () => {
  it('has the same statuses in every way, and none of them is a failure', async () => {
    const only = [...new Set(FAULTS.map((name) => faultNamed(name).requirement)), 'core.attr.*', 'http.mode.*'];
    const [first, ...others] = await each([], only);
    expect(Object.keys(first ?? {}).length).toBeGreaterThan(150);
    expect(new Set(Object.values(first ?? {}))).toEqual(new Set(['pass', 'observed']));
    for (const other of others) expect(other).toEqual(first);
  });
});

describe('a fault', () => {
  it.each(FAULTS)('%s breaks the same cases in every way', async (name) => {
    const fault = faultNamed(name);
    const [first, ...others] = await each([fault], [fault.requirement, 'core.attr.minimal']);
    const broken = Object.entries(first ?? {}).filter(([, status]) => status === 'fail' || status === 'warn');
    expect(broken.map(([id]) => id.split('/')[0])).toContain(fault.requirement);
    for (const other of others) expect(other).toEqual(first);
  });
});

async function each(
  faults: readonly Fault[],
  only: readonly string[],
): Promise<readonly Readonly<Record<string, string>>[]> {
  const all: Readonly<Record<string, string>>[] = [];
  for (const { drive } of WAYS) all.push(comparable(await drive(faults, only, allClaims('http'))));
  return all;
}
