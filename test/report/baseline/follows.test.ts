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

describe('undecided cases', () => {
  const unsure = [
    caseOf(idOf('core.a/one'), { status: 'inconclusive' }),
    caseOf(idOf('core.b/one'), { status: 'blocked' }),
    caseOf(idOf('core.c/one')),
    caseOf(idOf('core.d/one'), { status: 'not-run', level: 'should' }),
  ];
  const listed = withBaseline(
    reportOf({ cases: unsure }),
    baselineOf(entryOf('core.{a,b}'), entryOf('core.d')),
    suite,
  ).baseline;
  const [first, second] = listed.open;
  if (first === undefined || second === undefined) throw new Error('no open entries');
  const still = (open: BaselineReport['open'], exit: BaselineReport['exit'] = 0, of = unsure): boolean =>
    baselineFollows({ ...listed, open, exit }, of, suite);

  test('follow as they were said', () => {
    expect(listed).toMatchObject({
      exit: 0,
      open: [{ cases: [idOf('core.a/one'), idOf('core.b/one')] }, { cases: [] }],
    });
    expect(still(listed.open)).toBe(true);
  });

  test.each<readonly [string, BaselineReport['open'], BaselineReport['exit']]>([
    ['left out', [second], 0],
    ['left out in part', [{ ...first, cases: first.cases.slice(1) }, second], 3],
    ['twice', [{ ...first, cases: [...first.cases, ...first.cases] }, second], 0],
    ['one that passes', [{ ...first, cases: [...first.cases, idOf('core.c/one')] }, second], 0],
    ['one that did not run', [first, { ...second, cases: [idOf('core.d/one')] }], 0],
    ['one that there is not', [{ ...first, cases: [...first.cases, 'core.z/one'] }, second], 0],
    ['of another glob', [{ ...first, entry: { ...first.entry, case: 'core.a' } }, second], 0],
    ['of a flaky entry', [{ ...first, entry: { ...first.entry, list: 'flaky' } }, second], 0],
    ['with another exit code', listed.open, 3],
  ])('do not follow: %s', (_, open, exit) => {
    expect(still(open, exit)).toBe(false);
  });

  test('do not follow where the cases are others now', () => {
    const with_ = (status: 'pass' | 'fail') => unsure.map((one, index) => (index === 0 ? { ...one, status } : one));
    expect(still(listed.open, 0, with_('pass'))).toBe(false);
    expect(still([{ ...first, cases: first.cases.slice(1) }, second], 0, with_('pass'))).toBe(true);
    expect(still([{ ...first, cases: first.cases.slice(1) }, second], 1, with_('fail'))).toBe(false);
  });
});
