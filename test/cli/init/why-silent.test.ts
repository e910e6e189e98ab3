import { expect, test } from 'vitest';
import { whySilent } from '../../../src/cli/init/why-silent.js';
import { caseOf, reportOf } from '../../report/text/helpers/reports.js';

const profile = {
  id: 'http-acceptance',
  verdict: 'inconclusive',
  summary: reportOf().summary,
  requirements: { applicable: 1, verified: 0, failed: 0 },
  reason: 'nothing\u001b[1A was refused',
} as const;

test('a run that decided something is what a baseline can rest on', () => {
  expect(whySilent(reportOf())).toBeUndefined();
  expect(whySilent(reportOf({ verdict: 'nonconformant' }))).toBeUndefined();
});

test('one that showed nothing, was cut short or met a fault of ours is not', () => {
  expect(whySilent(reportOf({ verdict: 'inconclusive', profiles: [profile] }))).toBe(
    'the first run was inconclusive: nothing\\u{1b}[1A was refused',
  );
  expect(whySilent(reportOf({ verdict: 'inconclusive' }))).toBe('the first run was inconclusive');
  expect(whySilent(reportOf({ verdict: 'nonconformant', run: { stopped: 'the deadline has passed' } }))).toBe(
    'the first run ended early: the deadline has passed',
  );
  const broken = [caseOf('x/y@http-binary', { status: 'harness-error' })];
  expect(whySilent(reportOf({ verdict: 'nonconformant', cases: broken }))).toBe(
    'the first run met a fault of the harness',
  );
});
