import { expect, test } from 'vitest';
import { caseOf, reportOf } from '../../report/text/helpers/reports.js';
import { demoReport, versionNamed } from '../helpers/small-site.js';

test('what is kept of a report: counts, statuses, what failed, and no evidence', () => {
  const version = versionNamed('2.0.0', demoReport());
  expect(version.judgedOn).toBe('2026-01-01');
  expect(version.musts).toEqual({ applicable: 3, verified: 1, failed: 1 });
  expect(version.statuses.get('core.id.opaque/plain@http-binary')).toBe('blocked');
  expect([...version.failures.keys()]).toEqual([
    'http.dec.pct/euro@http-binary',
    'http.enc.example/subject@http-binary',
  ]);
  expect(version.failures.get('http.dec.pct/euro@http-binary')).toEqual({
    status: 'fail',
    message: 'it was not decoded',
    expected: { subject: 'Euro €' },
    actual: { subject: 'Euro%20%E2%82%AC' },
  });
  expect(version.findings.map(({ anchor, isBreach }) => [anchor, isBreach])).toEqual([
    ['finding-raw-1', true],
    ['finding-ex-2', false],
  ]);
  expect(version.excerpt).not.toHaveProperty('cases');
});

test('findings have a place of their own, whatever they are called', () => {
  const named = (id: string) => ({ id, title: 't', requirements: [], cases: ['a.b/c@http-binary'] });
  const { findings } = versionNamed(
    '1.0.0',
    reportOf({
      findings: [named('"><script>'), named('<SCRIPT>'), named('')],
      cases: [caseOf('a.b/c@http-binary', { status: 'timeout' })],
    }),
  );
  expect(findings.map(({ anchor }) => anchor)).toEqual(['finding-script', 'finding-script-2', 'finding-']);
  expect(findings.every(({ isBreach }) => isBreach)).toBe(true);
});
