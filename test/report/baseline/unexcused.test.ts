import { expect, test } from 'vitest';
import { type Excuses, unexcused } from '../../../src/report/baseline/unexcused.js';
import { caseOf } from '../text/helpers/reports.js';

const cases = [
  caseOf('a', { status: 'fail' }),
  caseOf('b', { status: 'blocked' }),
  caseOf('c', { status: 'blocked' }),
  caseOf('d', { status: 'inconclusive' }),
  caseOf('e', { status: 'blocked' }),
  caseOf('f', { status: 'fail', uncounted: true }),
  caseOf('g'),
];
const RESTS: Readonly<Record<string, readonly string[]>> = { b: ['a'], c: ['b'], e: ['d'] };

const left = (more: Partial<Excuses>): readonly string[] =>
  unexcused({
    cases,
    known: [],
    flaky: [],
    undecided: [],
    restsOn: (id) => RESTS[id] ?? [],
    ...more,
  }).map(({ id }) => id);

test('without excuses it is all that counts', () => {
  expect(left({})).toEqual(['a', 'b', 'c', 'd', 'e', 'g']);
});

test('a failure excuses what rests on it as well, through others too', () => {
  expect(left({ known: ['a'] })).toEqual(['d', 'e', 'g']);
  expect(left({ flaky: ['a'] })).toEqual(['d', 'e', 'g']);
});

test('an undecided case excuses itself alone', () => {
  expect(left({ undecided: ['d'] })).toEqual(['a', 'b', 'c', 'e', 'g']);
  expect(left({ undecided: ['b'] })).toEqual(['a', 'c', 'd', 'e', 'g']);
});
