import { describe, expect, test } from 'vitest';
import { loadProblem } from '../../../src/fuzz/load/load-problem.js';
import type { LoadResult } from '../../../src/fuzz/load/types.js';
import { resultOf } from './helpers/load.js';

const bare: Partial<LoadResult> = (() => {
  const { lost: _, overdue: __, unseen: ___, duplicated: ____, altered: _____, ...rest } = resultOf();
  return rest;
})();

describe('there is none', () => {
  test.each<[string, Partial<LoadResult>]>([
    ['where all was accepted and came out', {}],
    ['where events came out twice', { duplicated: 700 }],
    ['where events were sent later than planned', { late: 700 }],
    ['where a hiccup at the end cost some', { sent: 14_900, accepted: 14_900, unsent: 100 }],
    [
      'where it was stopped, and what was in flight is not known',
      { sent: 500, accepted: 480, unsent: 14_500, unfinished: 20, unseen: 7, stopped: 'the run was interrupted' },
    ],
  ])('%s', (_, more) => {
    expect(loadProblem(resultOf(more))).toBeUndefined();
  });

  test('where only the answers are seen, and all were accepted', () => {
    expect(loadProblem(bare as LoadResult)).toBeUndefined();
  });
});

describe('exit 1', () => {
  test.each<[string, Partial<LoadResult>, string]>([
    ['refused', { refused: 2 }, '2 refused'],
    ['lost', { lost: 3, arrivalMs: { p50: 1, p90: 1, p99: 1, p999: 1, max: 1 } }, '3 accepted and lost'],
    ['altered', { altered: { count: 4 } }, '4 came out altered'],
    [
      'all of it, whatever else is in doubt',
      { refused: 2, lost: 3, altered: { count: 4 }, unanswered: { timeout: 5 }, sent: 9000 },
      '2 refused, 3 accepted and lost, 4 came out altered',
    ],
  ])('%s', (_, more, what) => {
    const result = resultOf(more);
    expect(loadProblem(result)).toEqual({ exit: 1, message: `of ${result.sent} valid events, ${what}` });
  });

  test('all refused is a refusal, though nothing was accepted', () => {
    expect(loadProblem(resultOf({ accepted: 0, refused: 15_000 }))).toMatchObject({ exit: 1 });
  });

  test('of an answer that shows no event at all', () => {
    expect(loadProblem(resultOf({ lost: 14_999 }))).toMatchObject({ exit: 1 });
  });
});

describe('exit 3', () => {
  test.each<[string, Partial<LoadResult>, string]>([
    ['nothing was answered', { accepted: 0, unanswered: { unreachable: 15_000 } }, 'nothing was answered'],
    ['nothing was sent', { accepted: 0, sent: 0, unsent: 15_000 }, 'nothing was answered'],
    ['all is about something else', { accepted: 0, undecided: 15_000 }, 'no answer says anything about the event'],
    ['nothing arrives', { lost: 15_000 }, 'nothing arrived at the sink, so nothing shows that the way to it works'],
    ['some were not answered', { unanswered: { reset: 2, timeout: 1 } }, 'of 15000 valid events, 3 not answered'],
    ['some came too late', { overdue: 9 }, 'of 15000 valid events, 9 came out after the timeout'],
    [
      'the target asks for less',
      { undecided: 4 },
      'of 15000 valid events, 4 answered with something that is not about the event',
    ],
    [
      'the way was interrupted',
      { unseen: 6 },
      'of 15000 valid events, 6 accepted, and whether they came out is not known',
    ],
    [
      'the rate was not reached',
      { sent: 9000, accepted: 9000, unsent: 6000 },
      'the rate was not reached: 9000 of 15000 planned events were sent',
    ],
  ])('%s', (_, more, message) => {
    expect(loadProblem(resultOf(more))).toEqual({ exit: 3, message });
  });
});

test('exit 4: the harness could not send', () => {
  const result = resultOf({ faults: { count: 3, example: 'EMFILE' } });
  expect(loadProblem(result)).toEqual({ exit: 4, message: 'the harness could not send 3 of 15000 events' });
});
