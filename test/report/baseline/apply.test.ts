import { describe, expect, test } from 'vitest';
import { withBaseline } from '../../../src/report/baseline/apply.js';
import { fingerprintOf } from '../../../src/report/baseline/fingerprint.js';
import type { BaselineReport, Entry } from '../../../src/report/baseline/types.js';
import { digestOfReport } from '../../../src/report/digest.js';
import type { CaseReport, Report } from '../../../src/report/types.js';
import { caseOf, reportOf } from '../text/helpers/reports.js';
import { baselineOf, entryOf, idOf, suiteOf } from './helpers/entries.js';

const suite = suiteOf(['core.a/one', 'core.a/two', 'core.b/one', 'core.b/two', 'core.c/one'], {
  'core.c/one': 'core.b/one',
});

const one = (name: string, status: CaseReport['status'], rest: Partial<CaseReport> = {}): CaseReport =>
  caseOf(idOf(name), { status, ...rest });

const cases = [
  one('core.a/one', 'fail', { message: 'subject is missing' }),
  one('core.a/two', 'pass'),
  one('core.b/one', 'timeout'),
  one('core.b/two', 'pass'),
  one('core.c/one', 'blocked'),
];
const report = reportOf({ verdict: 'nonconformant', cases });

function applied(entries: readonly Entry[], to: Report = report): BaselineReport {
  const { baseline } = withBaseline(to, baselineOf(...entries), suite);
  if (baseline === undefined) throw new Error('no baseline');
  return baseline;
}

test('the report is as it was, but for the baseline, which stands before the cases', () => {
  const with_ = withBaseline(report, baselineOf(entryOf('core.a')), suite);
  const { baseline, digest, ...rest } = with_;
  expect({ ...rest, digest: report.digest }).toEqual(report);
  expect(digest).toBe(digestOfReport(with_));
  expect(digest).not.toBe(report.digest);
  expect(baseline).toMatchObject({ file: 'known.yaml' });
  expect(Object.keys(with_).slice(-2)).toEqual(['baseline', 'cases']);
  expect(withBaseline(with_, baselineOf(), suite).baseline).toMatchObject({ known: [] });
});

test('every failure is known, new or flaky, and every entry is told of once', () => {
  const entries = [
    entryOf('core.a', { line: 2, ticket: 'T-1' }),
    entryOf('core.b/*', { line: 3, list: 'flaky' }),
    entryOf('core.c', { line: 4 }),
    entryOf('core.d', { line: 5 }),
    entryOf('core.c', { line: 6, list: 'flaky' }),
  ];
  expect(applied(entries)).toEqual({
    file: 'known.yaml',
    exit: 5,
    known: [idOf('core.a/one')],
    new: [],
    flaky: [idOf('core.b/one'), idOf('core.b/two')],
    confirmed: [
      {
        entry: { list: 'expected', case: 'core.a', line: 2, reason: 'the reason of core.a', ticket: 'T-1' },
        cases: [idOf('core.a/one')],
      },
      {
        entry: { list: 'flaky', case: 'core.b/*', line: 3, reason: 'the reason of core.b/*' },
        cases: [idOf('core.b/one')],
      },
    ],
    stale: [
      {
        entry: { list: 'expected', case: 'core.d', line: 5, reason: 'the reason of core.d' },
        why: 'unmatched',
        message: 'the suite has no such case',
        cases: [],
      },
    ],
    open: [
      {
        entry: { list: 'expected', case: 'core.c', line: 4, reason: 'the reason of core.c' },
        message: '1 of 1 case could not be decided: blocked',
        cases: [idOf('core.c/one')],
      },
    ],
  });
});

describe('the exit code', () => {
  const all = [entryOf('core.a'), entryOf('core.b/one')];

  test('is 0 where all failures are listed, and what is blocked rests on them', () => {
    expect(applied(all)).toMatchObject({ exit: 0, new: [], stale: [] });
  });

  test('is 1 where one is not', () => {
    expect(applied(all.slice(0, 1))).toMatchObject({
      exit: 1,
      known: [idOf('core.a/one')],
      new: [{ case: idOf('core.b/one'), fingerprint: expect.stringMatching(/^[0-9a-f]{8}$/) }],
    });
  });

  test('is 0 where what could not be decided is listed, 3 where it is not, and 5 once it passes', () => {
    const unsure = (status: CaseReport['status']): Report =>
      reportOf({ cases: [one('core.a/one', status), one('core.a/two', 'pass'), one('core.b/one', 'pass')] });
    for (const status of ['inconclusive', 'blocked'] as const) {
      expect(applied([], unsure(status)).exit).toBe(3);
      expect(applied([entryOf('core.b/one')], unsure(status)).exit).toBe(5);
      expect(applied([entryOf('core.a/two')], unsure(status)).exit).toBe(5);
      for (const glob of ['core.a', 'core.a/one'])
        expect(applied([entryOf(glob)], unsure(status))).toMatchObject({
          exit: 0,
          known: [],
          open: [{ cases: [idOf('core.a/one')] }],
        });
    }
    expect(applied([entryOf('core.a/one')], unsure('pass'))).toMatchObject({ exit: 5, stale: [{ why: 'passes' }] });
  });

  test('is not 0 by an open entry for what did not run, timed out, or is a fault of ours', () => {
    const other = (status: CaseReport['status']): BaselineReport =>
      applied([entryOf('core.a')], reportOf({ cases: [one('core.a/one', status), one('core.b/one', 'pass')] }));
    expect(other('not-run')).toMatchObject({ exit: 3, open: [{ cases: [] }] });
    expect(other('harness-error')).toMatchObject({ exit: 4, open: [{ cases: [] }] });
    expect(other('timeout')).toMatchObject({ known: [idOf('core.a/one')], open: [] });
  });

  test('is 3 for an undecided case that a flaky entry names', () => {
    const unsure = reportOf({ cases: [one('core.a/one', 'inconclusive'), one('core.b/one', 'pass')] });
    expect(applied([entryOf('core.a', { list: 'flaky' })], unsure)).toMatchObject({ exit: 3, open: [] });
  });

  test('is 1 where one is listed with another fingerprint', () => {
    const [failed] = cases;
    if (failed === undefined) throw new Error('no case');
    const fingerprint = fingerprintOf(failed);
    const [, rest] = all;
    if (rest === undefined) throw new Error('no entry');
    expect(applied([entryOf('core.a', { fingerprint }), rest]).exit).toBe(0);
    expect(applied([entryOf('core.a', { fingerprint: '00000000' }), rest])).toMatchObject({
      exit: 1,
      new: [{ case: idOf('core.a/one'), fingerprint }],
      stale: [{ why: 'changed' }],
    });
  });

  test('is 5 where a listed case passes, even in a conformant report', () => {
    const fixed = reportOf({ cases: [one('core.a/one', 'pass'), one('core.a/two', 'pass')] });
    expect(applied([entryOf('core.a')], fixed)).toMatchObject({ exit: 5, stale: [{ why: 'passes' }] });
    expect(applied([], fixed).exit).toBe(0);
  });

  test('is 5 where an entry has expired on the day of the run; its failures are known', () => {
    const on = (startedAt: string): BaselineReport =>
      applied([entryOf('core.a', { expires: '2026-03-01' }), entryOf('core.b')], {
        ...report,
        run: { ...report.run, startedAt },
      });
    expect(on('2026-02-28T23:59:59.999Z')).toMatchObject({ exit: 0, stale: [] });
    expect(on('2026-03-01T00:00:00.000Z')).toMatchObject({
      exit: 5,
      known: [idOf('core.a/one'), idOf('core.b/one')],
      new: [],
      stale: [{ why: 'expired', cases: [idOf('core.a/one')] }],
    });
  });

  test('is 1 where a flaky case fails otherwise than its fingerprint says', () => {
    const flaky = (fingerprint: string): BaselineReport =>
      applied([entryOf('core.a', { list: 'flaky', fingerprint }), entryOf('core.b')]);
    const [failed] = cases;
    if (failed === undefined) throw new Error('no case');
    expect(flaky('00000000')).toMatchObject({
      exit: 1,
      new: [{ case: idOf('core.a/one'), fingerprint: fingerprintOf(failed) }],
      flaky: [idOf('core.a/two')],
      stale: [],
    });
    expect(flaky(fingerprintOf(failed))).toMatchObject({
      exit: 0,
      new: [],
      flaky: [idOf('core.a/one'), idOf('core.a/two')],
    });
  });

  test('does not count a failure that the verdict does not speak of', () => {
    const aside = { ...report, cases: cases.map((item) => ({ ...item, uncounted: true as const })) };
    expect(applied([], aside).new).toEqual([]);
    expect(applied([entryOf('core.a')], aside)).toMatchObject({ known: [idOf('core.a/one')], stale: [] });
  });
});

test('entries that overlap are each confirmed', () => {
  const overlapping = applied([entryOf('core.a'), entryOf('core.a/one'), entryOf('core.*')]);
  expect(overlapping.confirmed.map(({ entry }) => entry.case)).toEqual(['core.a', 'core.a/one', 'core.*']);
  expect(overlapping.known).toEqual([idOf('core.a/one'), idOf('core.b/one')]);
});
