import { describe, expect, test } from 'vitest';
import { NO_REASON } from '../../../src/cli/baseline/first-flaw.js';
import { undecidedAdditions, undecidedToList } from '../../../src/cli/baseline/undecided-additions.js';
import { withBaseline } from '../../../src/report/baseline/apply.js';
import type { Entry } from '../../../src/report/baseline/types.js';
import type { CaseReport } from '../../../src/report/types.js';
import { baselineOf, entryOf, idOf, suiteOf } from '../../report/baseline/helpers/entries.js';
import { caseOf, reportOf } from '../../report/text/helpers/reports.js';

const suite = suiteOf(['core.a/one', 'core.b/one', 'core.c/one', 'core.d/one'], { 'core.d/one': 'core.a/one' });
const one = (name: string, status: CaseReport['status'], rest: Partial<CaseReport> = {}): CaseReport =>
  caseOf(idOf(name), { status, ...rest });
const CASES = [
  one('core.a/one', 'fail'),
  one('core.b/one', 'inconclusive'),
  one('core.c/one', 'blocked'),
  one('core.d/one', 'blocked'),
];
const [B, C] = [idOf('core.b/one'), idOf('core.c/one')];

function toList(entries: readonly Entry[] = [], cases: readonly CaseReport[] = CASES): readonly string[] {
  const { baseline, ...report } = withBaseline(reportOf({ cases }), baselineOf(...entries), suite);
  return undecidedToList(report, baseline, entries, suite).map(({ id }) => id);
}

describe('to be listed is', () => {
  test('what is undecided, and not hidden by a failure, be that known or new', () => {
    expect(toList()).toEqual([B, C]);
    expect(toList([entryOf('core.a')])).toEqual([B, C]);
  });

  test('not what an entry names already', () => {
    expect(toList([entryOf('core.b')])).toEqual([C]);
  });

  test('not what is flaky: a case in both lists would be a contradiction', () => {
    expect(toList([entryOf('core.b', { list: 'flaky' })])).toEqual([C]);
  });

  test('not what an expired entry names, for it may get more time', () => {
    const days = { past: '2000-01-01', future: '9999-12-31' };
    expect(toList([entryOf(B, { expires: days.past }), entryOf(C, { line: 2, expires: days.future })])).toEqual([]);
  });

  test('what only a glob with a failure names: that entry speaks of failures alone', () => {
    expect(toList([entryOf('core.*')])).toEqual([B, C]);
  });

  test.each<readonly [string, Partial<CaseReport>]>([
    ['weaker than a MUST', { level: 'should' }],
    ['not scored', { unscored: true }],
    ['not counted', { uncounted: true }],
    ['not run', { status: 'not-run' }],
    ['a fault of ours', { status: 'harness-error' }],
  ])('nothing that is %s', (_, change) => {
    expect(toList([], [one('core.b/one', 'inconclusive', change), one('core.c/one', 'inconclusive')])).toEqual([C]);
  });
});

test('cases with one message stand side by side, below it in one line, each by its id', () => {
  const unseen = { message: 'nothing\nshows it' };
  const cases = [
    one('core.a/one', 'inconclusive', unseen),
    one('core.b/one', 'blocked'),
    one('core.c/one', 'inconclusive', unseen),
  ];
  const entry = (id: string) => ({ case: id, reason: NO_REASON });
  expect(undecidedAdditions(cases)).toEqual([
    {
      list: 'expected',
      comment: 'Undecided, inconclusive: nothing\\u{a}shows it',
      entries: [entry(idOf('core.a/one')), entry(C)],
    },
    { list: 'expected', comment: 'Undecided, blocked', entries: [entry(B)] },
  ]);
  expect(undecidedAdditions([])).toEqual([]);
});
