import { describe, expect, test } from 'vitest';
import { withBaseline } from '../../../src/report/baseline/apply.js';
import { baselineFollows } from '../../../src/report/baseline/follows.js';
import type { BaselineReport } from '../../../src/report/baseline/types.js';
import { caseOf, reportOf } from '../text/helpers/reports.js';
import { baselineOf, entryOf, idOf, suiteOf } from './helpers/entries.js';

const suite = suiteOf(['core.a/one', 'core.b/one', 'core.c/one', 'core.d/one', 'core.e/one'], {
  'core.e/one': 'core.a/one',
});
const { cases, baseline } = withBaseline(
  reportOf({
    cases: [
      caseOf(idOf('core.a/one'), { status: 'fail' }),
      caseOf(idOf('core.b/one'), { status: 'fail' }),
      caseOf(idOf('core.c/one')),
      caseOf(idOf('core.d/one')),
      caseOf(idOf('core.e/one'), { status: 'blocked' }),
    ],
  }),
  baselineOf(entryOf('core.a'), entryOf('core.b', { list: 'flaky' })),
  suite,
);
if (baseline === undefined) throw new Error('no baseline');

const follows = (change: Partial<BaselineReport>, of = cases): boolean =>
  baselineFollows({ ...baseline, ...change }, of, suite);

test('what was said at the run follows', () => {
  expect(baseline.exit).toBe(0);
  expect(follows({})).toBe(true);
});

describe('does not follow', () => {
  const entry = { list: 'expected', case: 'x', line: 1, reason: '' } as const;
  const [confirmed] = baseline.confirmed;

  test.each<readonly [string, Partial<BaselineReport>]>([
    ['another exit code', { exit: 1 }],
    ['a known failure that is left out', { known: [] }],
    ['a case that passes as a known failure', { known: [...baseline.known, idOf('core.c/one')] }],
    [
      'a case that passes as a confirmed one',
      {
        known: [...baseline.known, idOf('core.c/one')],
        confirmed: [...baseline.confirmed, { entry, cases: [idOf('core.c/one')] }],
      },
    ],
    ['a case that there is not', { known: [...baseline.known, 'core.z/one'] }],
    ['a known failure that no entry speaks of', { confirmed: [] }],
    ['a known failure twice', { known: [...baseline.known, ...baseline.known] }],
    ['a new failure that passes', { new: [{ case: idOf('core.c/one'), fingerprint: '00000000' }], exit: 1 }],
    ['a flaky failure that is left out', { flaky: [] }],
    ['a case that is expected and flaky', { flaky: [idOf('core.a/one'), idOf('core.b/one')] }],
    [
      'a stale entry that is no reason for the exit code',
      { stale: [{ entry, why: 'passes', message: '', cases: [] }] },
    ],
    [
      'an expired entry for a case that passes',
      { exit: 5, stale: [{ entry, why: 'expired', message: '', cases: [idOf('core.c/one')] }] },
    ],
    ['no entry at all', { known: [], flaky: [], confirmed: [] }],
  ])('%s', (_, change) => {
    expect(confirmed).toBeDefined();
    expect(follows(change)).toBe(false);
  });

  test('what was true of other cases', () => {
    expect(
      follows(
        {},
        cases.map((item) => ({ ...item, status: 'pass' })),
      ),
    ).toBe(false);
    expect(follows({}, [...cases, caseOf(idOf('core.f/one'), { status: 'fail' })])).toBe(false);
    expect(follows({}, [...cases, caseOf(idOf('core.f/one'), { status: 'inconclusive' })])).toBe(false);
  });
});
