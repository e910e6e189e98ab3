import { expect, test } from 'vitest';
import { exitOfReport } from '../../src/report/exit-of-report.js';
import { caseOf, reportOf } from './text/helpers/reports.js';

const failed = [caseOf('x/y@http-binary', { status: 'harness-error' })];
const baseline = { file: 'known.yaml', known: [], new: [], flaky: [], confirmed: [], stale: [], open: [] };

test('the verdict decides', () => {
  expect(
    (['conformant', 'nonconformant', 'inconclusive'] as const).map((verdict) => exitOfReport(reportOf({ verdict }))),
  ).toEqual([0, 1, 3]);
});

test('a fault of ours outweighs it', () => {
  expect(exitOfReport(reportOf({ verdict: 'conformant', cases: failed }))).toBe(4);
  expect(exitOfReport(reportOf({ verdict: 'nonconformant', cases: failed }))).toBe(4);
});

test('a baseline has weighed all of it', () => {
  expect(exitOfReport(reportOf({ verdict: 'nonconformant', baseline: { ...baseline, exit: 0 } }))).toBe(0);
  expect(exitOfReport(reportOf({ verdict: 'conformant', baseline: { ...baseline, exit: 5 } }))).toBe(5);
});
