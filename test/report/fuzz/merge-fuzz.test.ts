import { describe, expect, test } from 'vitest';
import type { NamedReport } from '../../../src/report/fuzz/assert-mergeable.js';
import { mergeFuzz } from '../../../src/report/fuzz/merge-fuzz.js';
import { parseFuzz } from '../../../src/report/fuzz/parse-fuzz.js';
import type { FuzzReport } from '../../../src/report/fuzz/types.js';
import { diagnosticOf } from '../../cli/helpers/diagnostic.js';
import { type Changes, findingOf, partOf } from './helpers/fuzz-report.js';

const named = ([first, ...others]: readonly FuzzReport[]): readonly [NamedReport, ...NamedReport[]] => {
  if (first === undefined) throw new Error('no report');
  const name = (report: FuzzReport, index: number): NamedReport => ({ file: `${'abcdef'.charAt(index)}.json`, report });
  return [name(first, 0), ...others.map((report, index) => name(report, index + 1))];
};

const merged = (...reports: readonly FuzzReport[]): FuzzReport => mergeFuzz(named(reports));

describe('what parts have done is added up', () => {
  test('totals and cells, of which one is reached where a part reached it', () => {
    const other = {
      totals: { ...partOf(1, 2).totals, messages: 7, kinds: { events: 1, mutation: 2 } },
      cells: {
        reached: 2,
        total: 2,
        list: [
          { requirement: 'core.type.time', way: 'http-binary', messages: 4 },
          { requirement: 'core.type.uri', way: 'http-batch', messages: 5 },
        ],
      },
    } as const;
    const { totals, cells } = merged(partOf(0, 2), partOf(1, 2, other));
    expect(totals).toEqual({
      messages: 107,
      again: 2,
      trials: 100,
      accepted: 180,
      refused: 16,
      undecided: 2,
      unanswered: 2,
      kinds: { events: 41, mutation: 2, violation: 10 },
    });
    expect(cells).toEqual({
      reached: 3,
      total: 3,
      list: [
        { requirement: 'core.type.str', way: 'http-binary', messages: 3 },
        { requirement: 'core.type.time', way: 'http-binary', messages: 4 },
        { requirement: 'core.type.uri', way: 'http-batch', messages: 5 },
      ],
    });
  });

  test('the run lasts from the first start to the last end, and saw what the least of them saw', () => {
    const { run, merged: parts } = merged(
      partOf(2, 3, { run: { durationMs: 1_000, observation: 'status' } }),
      partOf(0, 3, { run: { node: 'v24.0.0', stopped: 'the run was interrupted' } }),
      partOf(1, 3, { run: { concurrency: 4 } }),
    );
    expect(run).toEqual({
      seed: 'night',
      shard: { index: 0, of: 1 },
      startedAt: '2020-01-01T00:00:00.000Z',
      durationMs: 11_000,
      node: 'v24.0.0, v20.19.0',
      platform: 'linux-x64',
      concurrency: 36,
      observation: 'status',
      stopped: '1 of 3 parts: the run was interrupted',
    });
    expect(parts?.parts.map(({ index, observation, messages }) => [index, observation, messages])).toEqual([
      [0, 'reply', 100],
      [1, 'reply', 100],
      [2, 'status', 100],
    ]);
    expect(parts).toMatchObject({ of: 3, missing: [] });
  });

  test('whatever the order of the reports', () => {
    const parts = [
      partOf(0, 3),
      partOf(1, 3, { findings: [findingOf()] }),
      partOf(2, 3, { findings: [findingOf({ count: 5 })] }),
    ];
    expect(merged(...parts.toReversed())).toEqual(merged(...parts));
  });

  test('and is a report of the same schema', () => {
    const one = merged(partOf(0, 2, { findings: [findingOf()] }));
    expect(parseFuzz(JSON.stringify(one), 'x.json')).toEqual(one);
  });
});

test('parts that are not there are named', () => {
  expect(merged(partOf(3, 5), partOf(1, 5)).merged).toMatchObject({ of: 5, missing: [0, 2, 4] });
  expect(merged(partOf(0, 1)).merged).toMatchObject({ of: 1, missing: [] });
});

describe('a defect that several parts found is one finding', () => {
  test('the smallest, with the counts of all and the ways of all, its own first', () => {
    const [a, b, c] = [
      findingOf({ bytes: { met: 900, smallest: 80 }, count: 3, ways: ['http-binary', 'http-batch'] }),
      findingOf({ bytes: { met: 300, smallest: 60 }, count: 4, ways: ['http-structured'], after: 1 }),
      findingOf({ bytes: { met: 100, smallest: 60 }, count: 5, ways: ['http-batch'], after: 9 }),
    ];
    expect(
      merged(partOf(0, 3, { findings: [a] }), partOf(1, 3, { findings: [b] }), partOf(2, 3, { findings: [c] }))
        .findings,
    ).toEqual([{ ...b, count: 12, ways: ['http-structured', 'http-binary', 'http-batch'] }]);
  });

  test('what comes by chance is known by all attempts; others keep their own', () => {
    const by = (changes: object) =>
      merged(
        partOf(0, 2, { findings: [findingOf({ again: { hits: 1, of: 15 }, ...changes })] }),
        partOf(1, 2, { findings: [findingOf({ again: { hits: 4, of: 15 }, ...changes })] }),
      ).findings[0]?.again;
    expect(by({ flaky: true })).toEqual({ hits: 5, of: 30 });
    expect(by({})).toEqual({ hits: 1, of: 15 });
  });

  test('others stay apart, in the order of the parts; what one still meets is not fixed', () => {
    const [a, b] = [findingOf({ id: 'aaaaaaaaaa' }), findingOf({ id: 'bbbbbbbbbb' })];
    const one = merged(
      partOf(1, 2, { findings: [a], fixed: ['cccccccccc', 'bbbbbbbbbb'], more: 2 }),
      partOf(0, 2, { findings: [b], fixed: ['cccccccccc'], more: 1 }),
    );
    expect(one.findings).toEqual([b, a]);
    expect(one.fixed).toEqual(['cccccccccc']);
    expect(one.more).toBe(3);
  });
});

describe('no sum is made of', () => {
  test.each<[string, Changes, string, string]>([
    [
      'different targets',
      { target: { name: 'other.test', kind: 'http', url: 'http://other.test/' } },
      'merge.target',
      'they are of different targets (http://target.test/: a.json; http://other.test/: b.json)',
    ],
    [
      'different versions',
      { tool: { name: 'ce-conform', version: '2.0.0' } },
      'merge.tool',
      'they are of different versions, which send other events for a seed (1.0.0: a.json; 2.0.0: b.json)',
    ],
    [
      'different suites',
      { suite: { digest: 'cd'.repeat(32) } },
      'merge.suite',
      'they are of different suites (abababababab: a.json; cdcdcdcdcdcd: b.json)',
    ],
    [
      'different seeds',
      { run: { seed: '\u001b[2J' } },
      'merge.seed',
      'they are of different seeds (night: a.json; \\u{1b}[2J: b.json)',
    ],
    [
      'parts of different wholes',
      { run: { shard: { index: 1, of: 3 } } },
      'merge.parts',
      'they are of parts of different wholes (one of 2: a.json; one of 3: b.json)',
    ],
    [
      'the same part twice',
      { run: { shard: { index: 0, of: 2 } } },
      'merge.repeated',
      'a.json, b.json are the same part, --shard 1/2',
    ],
    [
      'what is a sum already',
      { merged: { of: 2, parts: [], missing: [] } },
      'merge.merged',
      'b.json was put together already',
    ],
  ])('%s', async (_, changes, code, why) => {
    expect(await diagnosticOf(() => merged(partOf(0, 2), partOf(1, 2, changes)))).toMatchObject({
      code,
      message: `failed to merge: ${why}`,
      exit: 2,
    });
  });

  test('many different ones: some are named', async () => {
    const parts = Array.from({ length: 6 }, (_, index) =>
      partOf(index, 6, { run: { seed: `s${index < 5 ? 0 : index}` } }),
    );
    const { message } = await diagnosticOf(() => merged(...parts));
    expect(message).toBe(
      'failed to merge: they are of different seeds (s0: a.json, b.json, c.json and 2 more; s5: f.json)',
    );
  });
});

test('over a broker, the topics of each worker make no difference, and the broker does', async () => {
  const over = (topic: string, host = 'k:9092,l:9092') =>
    ({ name: topic, kind: 'kafka', url: `kafka://${host}/${topic}?reply=out-${topic}` }) as const;
  const one = merged(partOf(0, 2, { target: over('in-0') }), partOf(1, 2, { target: over('in-1') }));
  expect(one.target).toEqual(over('in-0'));
  const other = partOf(1, 2, { target: over('in-0', 'm:9092') });
  expect(await diagnosticOf(() => merged(partOf(0, 2, { target: over('in-0') }), other))).toMatchObject({
    code: 'merge.target',
    message: expect.stringContaining('(kafka://k:9092,l:9092: a.json; kafka://m:9092: b.json)'),
  });
});
