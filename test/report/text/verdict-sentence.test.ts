import { expect, test } from 'vitest';
import { verdictSentence } from '../../../src/report/text/verdict-sentence.js';
import type { ProfileReport, Report } from '../../../src/report/types.js';
import { caseOf, reportOf, requirementOf, viewOf } from './helpers/reports.js';

const sentence = (report: Report): string => verdictSentence(viewOf(report));
const profile = (id: string, rest: Partial<ProfileReport>): ProfileReport => ({
  id,
  verdict: 'conformant',
  summary: reportOf().summary,
  requirements: { applicable: 1, verified: 1, failed: 0 },
  ...rest,
});

test('a green counts what was seen, MUST alone', () => {
  const requirements = [
    requirementOf('a.b'),
    requirementOf('a.c', { level: 'should' }),
    requirementOf('a.d', { outcome: 'open' }),
  ];
  expect(sentence(reportOf({ requirements }))).toBe('1 MUST requirement seen to hold, none seen to break.');
});

test('a green says how far it goes', () => {
  const report = reportOf({
    profiles: [profile('http-acceptance', {})],
    unseen: [{ id: 'http-receiver', reveal: 'x' }],
  });
  expect(sentence(report)).toContain('as far as http-acceptance goes (not seen: http-receiver).');
});

test('a red counts findings that fail and rules that break, and neither warnings nor weaker rules', () => {
  const report = reportOf({
    verdict: 'nonconformant',
    requirements: [
      requirementOf('a.b', { outcome: 'failed' }),
      requirementOf('a.c', { outcome: 'failed' }),
      requirementOf('a.d'),
    ],
    cases: [
      caseOf('a.b/1@x', { status: 'fail' }),
      caseOf('a.c/1@x', { status: 'timeout' }),
      caseOf('a.e/1@x', { status: 'warn' }),
    ],
    findings: [
      { id: '1', title: 'one', requirements: ['a.b'], cases: ['a.b/1@x'] },
      { id: '2', title: 'two', requirements: ['a.c'], cases: ['a.c/1@x'] },
      { id: '3', title: 'warned', requirements: ['a.e'], cases: ['a.e/1@x'] },
    ],
  });
  expect(sentence(report)).toBe('2 findings break 2 MUST requirements.');
});

test('an inconclusive run gives the reason of the first profile that is', () => {
  const report = reportOf({
    verdict: 'inconclusive',
    profiles: [profile('one', {}), profile('two', { verdict: 'inconclusive', reason: 'no MUST case applied' })],
  });
  expect(sentence(report)).toBe('in two, no MUST case applied.');
  expect(sentence(reportOf({ verdict: 'inconclusive' }))).toBe('nothing was decided.');
});
