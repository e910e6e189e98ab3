import { describe, expect, test } from 'vitest';
import { exitWithBaseline, type Standing } from '../../../src/report/baseline/exit.js';
import type { CaseReport } from '../../../src/report/types.js';
import { caseOf } from '../text/helpers/reports.js';

const one = (id: string, status: CaseReport['status'], rest: Partial<CaseReport> = {}): CaseReport =>
  caseOf(id, { status, ...rest });

const exit = (cases: readonly CaseReport[], more: Partial<Standing> = {}): number =>
  exitWithBaseline({ cases, known: [], flaky: [], undecided: [], new: 0, stale: 0, restsOn: () => [], ...more });

const PASS = one('a', 'pass');

describe('what outweighs what', () => {
  const cases = [PASS, one('b', 'fail'), one('c', 'inconclusive')];

  test.each<readonly [number, readonly CaseReport[], Partial<Standing>]>([
    [4, [...cases, one('d', 'harness-error')], { known: ['b'], new: 1, stale: 1 }],
    [1, cases, { known: ['b'], new: 1, stale: 1 }],
    [5, cases, { known: ['b'], stale: 1 }],
    [3, cases, { known: ['b'] }],
    [0, cases.slice(0, 2), { known: ['b'] }],
  ])('%i', (expected, all, more) => {
    expect(exit(all, more)).toBe(expected);
  });
});

describe('with nothing listed it is the exit code of the verdict', () => {
  test.each<readonly [number, readonly CaseReport[]]>([
    [0, [PASS]],
    [0, [PASS, one('b', 'warn', { level: 'should' }), one('c', 'not-applicable')]],
    [3, [PASS, one('b', 'blocked')]],
    [3, [one('b', 'observed', { level: 'info' })]],
    [3, []],
  ])('%i', (expected, cases) => {
    expect(exit(cases)).toBe(expected);
  });
});

describe('known failures', () => {
  test('and nothing else are as expected', () => {
    expect(exit([one('a', 'fail'), one('b', 'timeout')], { known: ['a', 'b'] })).toBe(0);
    expect(exit([one('a', 'fail'), one('b', 'warn', { level: 'should' })], { known: ['a'] })).toBe(0);
    expect(exit([one('a', 'fail'), one('b', 'observed', { unscored: true })], { known: ['a'] })).toBe(0);
  });

  test('excuse what is blocked by them, over any number of steps', () => {
    const cases = [one('d', 'blocked'), one('c', 'blocked'), one('b', 'fail'), PASS];
    const restsOn = (id: string): readonly string[] => ({ d: ['a', 'c'], c: ['b'] })[id] ?? [];
    expect(exit(cases, { known: ['b'], restsOn })).toBe(0);
    expect(exit(cases, { known: ['b'], restsOn: (id) => (id === 'd' ? ['c'] : []) })).toBe(3);
  });

  test('excuse nothing that is undecided for another reason', () => {
    for (const status of ['inconclusive', 'not-run'] as const) {
      expect(exit([PASS, one('b', 'fail'), one('c', status)], { known: ['b'], restsOn: () => ['b'] })).toBe(3);
    }
  });

  test('that the verdict does not speak of change nothing', () => {
    const cases = [PASS, one('b', 'fail', { uncounted: true }), one('c', 'blocked', { uncounted: true })];
    expect(exit(cases)).toBe(0);
    expect(exit(cases, { known: ['b'] })).toBe(0);
  });
});

describe('undecided cases that are listed', () => {
  const cases = [PASS, one('b', 'inconclusive'), one('c', 'blocked')];

  test('are left out, and those alone', () => {
    expect(exit(cases, { undecided: ['b', 'c'] })).toBe(0);
    expect(exit(cases, { undecided: ['b'] })).toBe(3);
    expect(exit(cases, { undecided: ['c'] })).toBe(3);
  });

  test('do not excuse what rests on them', () => {
    expect(exit(cases, { undecided: ['b'], restsOn: () => ['b'] })).toBe(3);
  });

  test('show nothing: with nothing beside them, nothing was seen', () => {
    expect(exit(cases.slice(1), { undecided: ['b', 'c'] })).toBe(3);
    expect(exit([...cases.slice(1), one('d', 'fail')], { undecided: ['b', 'c'], known: ['d'] })).toBe(0);
  });

  test('weigh less than a fault of ours, a new failure and a stale entry', () => {
    const undecided = ['b', 'c'];
    expect(exit([...cases, one('d', 'harness-error')], { undecided })).toBe(4);
    expect(exit(cases, { undecided, new: 1 })).toBe(1);
    expect(exit(cases, { undecided, stale: 1 })).toBe(5);
  });
});

describe('flaky cases', () => {
  test('may fail or pass', () => {
    expect(exit([PASS, one('b', 'fail')], { flaky: ['b'] })).toBe(0);
    expect(exit([PASS, one('b', 'pass')], { flaky: ['b'] })).toBe(0);
  });

  test('show nothing when they pass: with nothing beside them, nothing was seen', () => {
    expect(exit([one('b', 'pass')], { flaky: ['b'] })).toBe(3);
    expect(exit([one('b', 'fail')], { flaky: ['b'] })).toBe(3);
  });

  test('block what rests on them only when they fail', () => {
    const restsOn = (id: string): readonly string[] => (id === 'c' ? ['b'] : []);
    expect(exit([PASS, one('b', 'fail'), one('c', 'blocked')], { flaky: ['b'], restsOn })).toBe(0);
    expect(exit([PASS, one('b', 'pass'), one('c', 'blocked')], { flaky: ['b'], restsOn })).toBe(3);
  });
});
