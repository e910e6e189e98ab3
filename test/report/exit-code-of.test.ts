import { expect, test } from 'vitest';
import { exitCodeOf } from '../../src/report/exit-code-of.js';
import { caseOf, reportOf } from './text/helpers/reports.js';

const failed = [caseOf('x/y@http-binary', { status: 'harness-error' })];
const baseline = { file: 'known.yaml', known: [], new: [], flaky: [], confirmed: [], stale: [], open: [] };

test('the verdict decides', () => {
  expect(
    (['conformant', 'nonconformant', 'inconclusive'] as const).map((verdict) => exitCodeOf(reportOf({ verdict }))),
  ).toEqual([0, 1, 3]);
});

test('a fault of ours outweighs it', () => {
  expect(exitCodeOf(reportOf({ verdict: 'conformant', cases: failed }))).toBe(4);
  expect(exitCodeOf(reportOf({ verdict: 'nonconformant', cases: failed }))).toBe(4);
});

test('a baseline has weighed all of it', () => {
  expect(exitCodeOf(reportOf({ verdict: 'nonconformant', baseline: { ...baseline, exit: 0 } }))).toBe(0);
  expect(exitCodeOf(reportOf({ verdict: 'conformant', baseline: { ...baseline, exit: 5 } }))).toBe(5);
});
