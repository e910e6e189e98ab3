import { describe, expect, test } from 'vitest';
import { excerptOf } from '../../../src/report/matrix/excerpt.js';
import { caseOf, evidenceOf, reportOf, requirementOf, responseOf, sentOf } from '../text/helpers/reports.js';

const same = (id: string): string => id;

describe('an excerpt of a report', () => {
  const report = reportOf({
    requirements: [requirementOf('http.dec.pct', { outcome: 'failed', cases: 3 }), requirementOf('http.dec.once')],
    cases: [
      caseOf('http.dec.pct/a@http-binary', { status: 'fail' }),
      caseOf('http.dec.pct/b@http-binary', { status: 'fail' }),
      caseOf('http.dec.pct/c@http-binary', {
        evidence: evidenceOf([sentOf({}, 'sent')], [responseOf(200, {}, 'received')]),
      }),
      caseOf('http.dec.once/a@http-binary', { status: 'timeout' }),
    ],
    findings: [
      {
        id: 'raw-1',
        title: 'Not decoded',
        requirements: ['http.dec.once', 'http.dec.pct'],
        cases: ['http.dec.once/a@http-binary', 'http.dec.pct/a@http-binary', 'http.dec.pct/b@http-binary'],
      },
      { id: 'raw-2', title: 'Also', requirements: ['http.dec.pct'], cases: ['http.dec.pct/b@http-binary'] },
    ],
  });
  const { requirements, ...rest } = excerptOf(report, 'a.json', same);

  test('counts the cases of each requirement by status', () => {
    expect(requirements.get('http.dec.pct')?.counts).toEqual({ fail: 2, pass: 1 });
    expect(requirements.get('http.dec.once')?.counts).toEqual({ timeout: 1 });
  });

  test('gives each requirement its share of a finding, with the first of its own cases', () => {
    expect(requirements.get('http.dec.pct')?.findings).toEqual([
      { id: 'raw-1', title: 'Not decoded', cases: 2, example: 'http.dec.pct/a@http-binary' },
      { id: 'raw-2', title: 'Also', cases: 1, example: 'http.dec.pct/b@http-binary' },
    ]);
    expect(requirements.get('http.dec.once')?.findings).toEqual([
      { id: 'raw-1', title: 'Not decoded', cases: 1, example: 'http.dec.once/a@http-binary' },
    ]);
  });

  test('keeps what the report says of itself, and where it was read', () => {
    expect(rest).toMatchObject({
      file: 'a.json',
      target: report.target,
      suite: report.suite,
      verdict: report.verdict,
      run: report.run,
    });
  });

  test('lets the evidence go', () => {
    expect(JSON.stringify({ ...rest, requirements: [...requirements] })).not.toContain('received');
  });
});

describe('ids', () => {
  test('a former one is read as the present one, with its cases', () => {
    const report = reportOf({
      requirements: [requirementOf('http.old.name', { outcome: 'failed' })],
      cases: [caseOf('http.old.name/a@http-binary', { status: 'fail' })],
    });
    const { requirements } = excerptOf(report, 'a.json', (id) =>
      id === 'http.old.name' ? 'http.new.name' : undefined,
    );
    expect([...requirements.keys()]).toEqual(['http.new.name']);
    expect(requirements.get('http.new.name')?.counts).toEqual({ fail: 1 });
  });

  test('an unknown one is kept', () => {
    const report = reportOf({ requirements: [requirementOf('xml.foreign.rule')] });
    expect([...excerptOf(report, 'a.json', () => undefined).requirements.keys()]).toEqual(['xml.foreign.rule']);
  });

  test('those that JavaScript objects have members for are like any other', () => {
    const report = reportOf({
      requirements: [requirementOf('__proto__'), requirementOf('constructor')],
      cases: [caseOf('__proto__/a@http-binary'), caseOf('constructor/a@http-binary')],
    });
    const { requirements } = excerptOf(report, 'a.json', same);
    expect([...requirements].map(([id, { counts }]) => [id, counts])).toEqual([
      ['__proto__', { pass: 1 }],
      ['constructor', { pass: 1 }],
    ]);
  });
});

test('a finding whose cases the report does not have is left out', () => {
  const report = reportOf({
    requirements: [requirementOf('http.dec.pct')],
    findings: [{ id: 'x', title: 'x', requirements: ['http.dec.pct'], cases: ['no.such/case@x'] }],
  });
  expect(excerptOf(report, 'a.json', same).requirements.get('http.dec.pct')?.findings).toEqual([]);
});
