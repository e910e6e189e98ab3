import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../../src/report/baseline/fingerprint.js';
import type { Entry, Weighed } from '../../../src/report/baseline/types.js';
import { weigh } from '../../../src/report/baseline/weigh.js';
import type { CaseReport } from '../../../src/report/types.js';
import { caseOf } from '../text/helpers/reports.js';
import { entryOf } from './helpers/entries.js';

const TODAY = '2026-06-15';

const one = (status: CaseReport['status'], rest: Partial<CaseReport> = {}): CaseReport =>
  caseOf(`core.a/${status}@http-binary`, { status, ...rest });
const failed = one('fail', { message: 'subject is missing' });
const idOf = ({ id }: CaseReport): string => id;

const weighed = (ran: readonly CaseReport[], entry: Partial<Entry> = {}, matched: number = ran.length): Weighed =>
  weigh(entryOf('core.a', entry), { matched, ran, today: TODAY });

describe('confirmed', () => {
  test('by a failure, and by a timeout', () => {
    const ran = [failed, one('timeout'), one('pass'), one('blocked')];
    expect(weighed(ran)).toEqual({ kind: 'confirmed', cases: [idOf(failed), idOf(one('timeout'))] });
  });

  test('by a failure of a flaky case', () => {
    expect(weighed([failed, one('pass')], { list: 'flaky' })).toEqual({ kind: 'confirmed', cases: [idOf(failed)] });
  });

  test('by the failure of its fingerprint, and by no other', () => {
    const other = one('fail', { id: 'core.a/other@http-binary', message: 'refused' });
    expect(weighed([failed, other], { fingerprint: fingerprintOf(failed) })).toEqual({
      kind: 'confirmed',
      cases: [idOf(failed)],
    });
  });

  test('until the day before it expires', () => {
    expect(weighed([failed], { expires: '2026-06-16' })).toMatchObject({ kind: 'confirmed' });
  });
});

describe('stale', () => {
  test('passes: one case, or all of them', () => {
    expect(weighed([one('pass')])).toEqual({ kind: 'stale', why: 'passes', message: 'its case passes now', cases: [] });
    expect(weighed([one('pass'), one('pass')])).toMatchObject({ message: 'all 2 cases of it pass now' });
  });

  test('passes, where the rest is recorded or not applicable', () => {
    expect(weighed([one('pass'), one('observed'), one('not-applicable')])).toMatchObject({ why: 'passes' });
  });

  test('changed: it fails in another way', () => {
    const outcome = weighed([one('pass'), failed], { fingerprint: '00000000' });
    expect(outcome).toMatchObject({ kind: 'stale', why: 'changed', cases: [] });
    expect(outcome).toMatchObject({ message: expect.stringContaining(fingerprintOf(failed)) });
    expect(outcome).toMatchObject({ message: expect.stringContaining('not 00000000') });
  });

  test.each([TODAY, '2026-06-14', '2025-12-31'])('expired: on %s; the failure is known all the same', (expires) => {
    expect(weighed([failed], { expires })).toEqual({
      kind: 'stale',
      why: 'expired',
      message: `expired on ${expires}, and 1 case of it still fails`,
      cases: [idOf(failed)],
    });
    expect(weighed([one('pass')], { expires })).toMatchObject({
      why: 'expired',
      message: `expired on ${expires}, and what it names did not fail`,
      cases: [],
    });
    expect(weighed([one('pass')], { expires, list: 'flaky' })).toMatchObject({ why: 'expired' });
  });

  test('unmatched, with what may have been meant', () => {
    expect(weighed([], {}, 0)).toMatchObject({ why: 'unmatched', message: 'the suite has no such case' });
    expect(weighed([], { meant: 'core.b' }, 0)).toMatchObject({
      message: 'the suite has no such case; did you mean core.b?',
    });
    expect(weighed([], { list: 'flaky' }, 0)).toMatchObject({ why: 'unmatched' });
    // Whether it has expired does not matter any more.
    expect(weighed([], { expires: TODAY }, 0)).toMatchObject({ why: 'unmatched' });
  });
});

describe('open: neither confirmed nor disproved', () => {
  test.each<readonly [string, readonly CaseReport[], number, string]>([
    ['left out by a filter', [], 3, 'none of its 3 cases was part of this run'],
    ['left out, the only case', [], 1, 'its case was no part of this run'],
    ['left out in part', [one('pass')], 2, 'what ran of it passes, but only 1 of 2 cases ran'],
    [
      'blocked',
      [one('pass'), one('blocked', { message: 'it rests on core.b' })],
      2,
      '1 of 2 cases could not be decided: blocked (it rests on core.b)',
    ],
    ['inconclusive', [one('inconclusive')], 1, '1 of 1 case could not be decided: inconclusive'],
    ['not reached', [one('not-run')], 1, '1 of 1 case could not be decided: not-run'],
    ['a fault of ours', [one('harness-error')], 1, '1 of 1 case could not be decided: harness-error'],
    [
      'not claimed',
      [one('not-applicable', { message: 'http-batch is not claimed' })],
      1,
      'not applicable: http-batch is not claimed',
    ],
    ['recorded', [one('observed')], 1, 'what it names is recorded, and breaks no rule either way'],
    ['a warning', [one('warn'), one('pass')], 2, 'what it names is weaker than a MUST: it warns, and needs no entry'],
  ])('%s', (_, ran, matched, message) => {
    expect(weighed(ran, {}, matched)).toMatchObject({ kind: 'open', message });
  });

  test('with the cases that were not decided, and no others', () => {
    const undecided = [one('inconclusive'), one('blocked')];
    const others = (['pass', 'not-run', 'harness-error', 'observed', 'not-applicable'] as const).map((each) =>
      one(each),
    );
    expect(weighed([...others, ...undecided])).toMatchObject({ kind: 'open', cases: undecided.map(idOf) });
    expect(weighed([one('warn'), ...undecided])).toMatchObject({ kind: 'open', cases: undecided.map(idOf) });
    for (const each of others.slice(1)) expect(weighed([each])).toMatchObject({ kind: 'open', cases: [] });
    expect(weighed([], {}, 1)).toMatchObject({ kind: 'open', cases: [] });
  });

  test('not beside a failure: a confirmed entry speaks of failures alone', () => {
    expect(weighed([failed, one('inconclusive')])).toEqual({ kind: 'confirmed', cases: [idOf(failed)] });
  });

  test('not once it has expired', () => {
    expect(weighed([one('inconclusive')], { expires: TODAY })).toMatchObject({ why: 'expired', cases: [] });
  });
});

test.each([[[one('pass')]], [[one('inconclusive')]], [[]]])('a flaky case that does not fail is quiet: %#', (ran) => {
  expect(weighed(ran, { list: 'flaky' }, 1)).toEqual({ kind: 'quiet' });
});
