import { describe, expect, test } from 'vitest';
import type { Excerpt } from '../../../src/report/matrix/excerpt.js';
import { sortReports, subjectsOf } from '../../../src/report/matrix/subjects.js';
import { excerpt, HOSTILE } from './helpers/excerpts.js';

const of = (name: string, version?: string, startedAt = '2026-01-01T00:00:00.000Z'): Excerpt => {
  const one = excerpt({ target: { name }, run: { startedAt } });
  return version === undefined ? one : { ...one, target: { ...one.target, version } as Excerpt['target'] };
};
const labels = (reports: readonly Excerpt[]) => subjectsOf(sortReports(reports)).map(({ label }) => label);

describe('the columns', () => {
  test('stand by name, and by version as people count', () => {
    expect(labels([of('sdk', '10.0.0'), of('other'), of('sdk', '9.1.0'), of('SDK-b')])).toEqual([
      'other',
      'sdk 9.1.0',
      'sdk 10.0.0',
      'SDK-b',
    ]);
  });

  test('stand alike in whatever order the reports are named', () => {
    const reports = [of('b'), of('a'), of('B'), of('a', '1'), of('a', undefined, '2025-01-01T00:00:00.000Z')];
    const expected = subjectsOf(sortReports(reports));
    for (const order of [reports.toReversed(), [...reports.slice(2), ...reports.slice(0, 2)]]) {
      expect(subjectsOf(sortReports(order))).toEqual(expected);
    }
  });

  test('are numbered by time where one subject has several', () => {
    const [late, early] = [of('a', '1', '2026-02-01T00:00:00.000Z'), of('a', '1', '2026-01-01T00:00:00.000Z')];
    const subjects = subjectsOf(sortReports([late, of('b'), early]));
    expect(subjects.map(({ label, startedAt }) => [label, startedAt.slice(0, 7)])).toEqual([
      ['a 1 #1', '2026-01'],
      ['a 1 #2', '2026-02'],
      ['b', '2026-01'],
    ]);
  });
});

describe('keys', () => {
  test('say who it is', () => {
    expect(subjectsOf([of('JavaScript cloudevents', '10.0.0')])[0]?.key).toBe('javascript-cloudevents-10.0.0');
  });

  test('are unique, and need no escape in an address', () => {
    const keys = subjectsOf([of('a/b'), of('a b'), of('a-b'), of('漢字'), of('字'), of(HOSTILE)]).map(({ key }) => key);
    expect(keys.slice(0, 5)).toEqual(['a-b', 'a-b-2', 'a-b-3', 'subject', 'subject-2']);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[a-z0-9.][a-z0-9.-]*$/);
  });

  test('of labels that look like the number of another stay apart', () => {
    const keys = subjectsOf([of('a'), of('a/'), of('a-2')]).map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
  });
});

describe('a subject', () => {
  test('tells what limits its report', () => {
    const [subject] = subjectsOf([
      excerpt({ run: { stopped: 'interrupted' }, selection: { only: ['core.*'], skip: [], cases: 3, of: 9 } }),
    ]);
    expect(subject).toMatchObject({ stopped: 'interrupted', selection: { cases: 3, of: 9 } });
  });

  test('of a whole run has nothing to tell', () => {
    const [subject] = subjectsOf([excerpt({})]);
    expect(subject).not.toHaveProperty('stopped');
    expect(subject).not.toHaveProperty('selection');
    expect(subject).not.toHaveProperty('version');
  });

  test('has a label on one line, of a length to read', () => {
    const [subject] = subjectsOf([of(HOSTILE.repeat(5))]);
    expect(subject?.label).not.toMatch(/[\u0000-\u001f\u202e]/);
    expect(subject?.label.length).toBeLessThanOrEqual(100);
    expect(subject?.name).toBe(HOSTILE.repeat(5));
  });
});
