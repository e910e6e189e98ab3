import { describe, expect, test } from 'vitest';
import { findingsText } from '../../../src/report/text/findings.js';
import { warningsText } from '../../../src/report/text/warnings.js';
import type { CaseReport, Report } from '../../../src/report/types.js';
import { caseOf, reportOf, viewOf } from './helpers/reports.js';

const failed = (id: string, rest: Partial<CaseReport> = {}): CaseReport => caseOf(id, { status: 'fail', ...rest });

function findingOf(name: string, cases: readonly CaseReport[]): Report['findings'][number] {
  return {
    id: name,
    title: `finding ${name}`,
    requirements: [...new Set(cases.map(({ requirement }) => requirement))],
    cases: cases.map(({ id }) => id),
  };
}

const report = (...groups: readonly (readonly CaseReport[])[]): Report =>
  reportOf({ cases: groups.flat(), findings: groups.map((cases, index) => findingOf(`f${index}`, cases)) });

const textOf = (value: Report, verbose = false): string => findingsText(viewOf(value, { verbose })).join('\n');
const reruns = (text: string): readonly string[] => [...text.matchAll(/--only (\S+)/g)].map(([, id]) => id ?? '');

test('no finding, no heading', () => {
  expect(findingsText(viewOf(reportOf()))).toEqual([]);
  expect(warningsText(viewOf(reportOf()))).toEqual([]);
});

describe('the cases told in full', () => {
  test('are the first, and one of another requirement', () => {
    const cases = ['a.b/1@http-batch', 'a.b/1@http-binary', 'a.b/2@http-batch', 'c.d/1@http-batch'].map((id) =>
      failed(id),
    );
    const text = textOf(report(cases));
    expect(reruns(text)).toEqual(['a.b/1@http-batch', 'c.d/1@http-batch']);
    expect(text).toContain('also a.b/1@http-binary, a.b/2@http-batch');
  });

  test('are of two variants where there is one requirement', () => {
    const cases = ['a.b/1@http-batch', 'a.b/1@http-binary', 'a.b/2@http-batch'].map((id) => failed(id));
    expect(reruns(textOf(report(cases)))).toEqual(['a.b/1@http-batch', 'a.b/2@http-batch']);
  });

  test('are one where only the carrier differs', () => {
    const cases = ['a.b/1@http-batch', 'a.b/1@http-binary'].map((id) => failed(id));
    expect(reruns(textOf(report(cases)))).toEqual(['a.b/1@http-batch']);
  });

  test('are failures even where a warning of the same root stands before them', () => {
    const cases = [caseOf('a.b/1@http-batch', { status: 'warn', level: 'should' }), failed('a.b/2@http-batch')];
    expect(reruns(textOf(report(cases)))).toEqual(['a.b/2@http-batch']);
  });
});

test('many further cases are counted, unless everything is asked for', () => {
  const cases = Array.from({ length: 30 }, (_, index) => failed(`a.b/${String(index).padStart(2, '0')}@http-batch`));
  expect(textOf(report(cases))).toContain('and 22 more');
  expect(textOf(report(cases))).not.toContain('a.b/29@');
  expect(textOf(report(cases), true)).toContain('a.b/29@http-batch');
});

test('many findings are named, the first ten in full', () => {
  const groups = Array.from({ length: 12 }, (_, index) => [failed(`a.n${index}/x@http-batch`)]);
  const text = textOf(report(...groups));
  expect(text).toContain('12. finding f11 (1 case)');
  expect(reruns(text)).toHaveLength(10);
  expect(text).toContain('--verbose tells all of them in full.');
  expect(reruns(textOf(report(...groups), true))).toHaveLength(12);
});

test('each position of a finding stands once, in order', () => {
  const cases = [failed('a.b/1@x', { positions: ['A31', 'A07'] }), failed('a.b/2@x', { positions: ['A31'] })];
  expect(textOf(report(cases))).toContain('positions A07, A31 (ce-conform explain A07)');
});

test('many requirements of one finding are counted', () => {
  const cases = Array.from({ length: 9 }, (_, index) => failed(`a.r${index}/x@http-batch`));
  expect(textOf(report(cases))).toContain('and 3 more requirements');
});

test('a finding whose cases all warn is a warning, and has no number', () => {
  const view = viewOf(report([caseOf('a.b/1@x', { status: 'warn', level: 'should', expected: 'one', actual: 'two' })]));
  expect(findingsText(view)).toEqual([]);
  expect(warningsText(view)).toEqual([
    '',
    'Warnings',
    '  A rule weaker than MUST does not hold; the verdict stays as it is.',
    '    ! finding f0 (a.b; 1 case)',
    '      expected one, saw two',
    '      ce-conform --target http://localhost:8080/events --only a.b/1@x',
  ]);
});

test('a finding whose cases are not in the report does no harm', () => {
  const value = reportOf({ findings: [{ id: 'f', title: 'lost', requirements: ['a.b'], cases: ['a.b/1@x'] }] });
  expect(() => [findingsText(viewOf(value)), warningsText(viewOf(value))]).not.toThrow();
  expect(warningsText(viewOf(value)).join('\n')).toContain('lost');
});
