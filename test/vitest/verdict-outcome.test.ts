import { expect, test } from 'vitest';
import type { BaselineReport } from '../../src/report/baseline/types.js';
import { verdictOutcome } from '../../src/vitest/verdict-outcome.js';
import { caseOf, reportOf } from '../report/text/helpers/reports.js';

const BASELINE: BaselineReport = {
  file: 'known.yaml',
  exit: 0,
  known: ['x'],
  new: [],
  flaky: [],
  confirmed: [],
  stale: [],
  open: [],
};
const passed = [caseOf('http.dec.once/blank@http-binary')];

test('a conformant run passes', () => {
  expect(verdictOutcome(reportOf({ cases: passed }), false)).toEqual({ kind: 'pass' });
});

test('a fault of the harness outweighs it, whatever is allowed', () => {
  const report = reportOf({ cases: [...passed, caseOf('x/y@http-binary', { status: 'harness-error' })] });
  expect(verdictOutcome(report, true)).toEqual({
    kind: 'fail',
    message: expect.stringMatching(/^conformant: .* A fault of the harness may hide a failure\.$/),
  });
});

test('an inconclusive run fails, or is skipped where that is allowed; it never passes', () => {
  const report = reportOf({ verdict: 'inconclusive', run: { stopped: 'the deadline of the run has passed' } });
  const sentence = 'inconclusive: nothing was decided. The run ended early: the deadline of the run has passed.';
  expect(verdictOutcome(report, false)).toEqual({ kind: 'fail', message: sentence });
  expect(verdictOutcome(report, true)).toEqual({ kind: 'skip', reason: sentence });
});

test('a nonconformant run fails, also where inconclusive ones are allowed', () => {
  expect(verdictOutcome(reportOf({ verdict: 'nonconformant' }), true).kind).toBe('fail');
});

test('with a baseline its exit code decides', () => {
  const report = reportOf({ verdict: 'nonconformant', cases: passed });
  const of = (rest: Partial<BaselineReport>) => verdictOutcome({ ...report, baseline: { ...BASELINE, ...rest } }, true);
  expect(of({})).toEqual({ kind: 'pass' });
  expect(of({ exit: 1, new: [{ case: 'y', fingerprint: '0' }] })).toEqual({
    kind: 'fail',
    message: '1 new failure that known.yaml does not list. (The verdict is nonconformant.)',
  });
  expect(of({ exit: 3 }).kind).toBe('skip');
  expect(of({ exit: 4 })).toEqual({
    kind: 'fail',
    message: 'a fault of the harness may hide a failure. (The verdict is nonconformant.)',
  });
});

test('stale entries are named, up to a dozen', () => {
  const entry = { list: 'expected', case: 'http.dec.once\u0007', line: 2, reason: 'why' } as const;
  const stale = Array.from(
    { length: 14 },
    () => ({ entry, why: 'passes', message: 'it passes now', cases: [] }) as const,
  );
  const outcome = verdictOutcome(reportOf({ cases: passed, baseline: { ...BASELINE, exit: 5, stale } }), true);
  expect(outcome.kind === 'fail' && outcome.message.split('\n')).toEqual([
    'no failure is new, but 14 entries of known.yaml are stale. (The verdict is conformant.)',
    ...Array.from({ length: 12 }, () => '  line 2: http.dec.once\\u{7}: it passes now'),
    '  and 2 more',
  ]);
});
