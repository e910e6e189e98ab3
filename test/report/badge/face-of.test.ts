import { describe, expect, test } from 'vitest';
import { faceOf } from '../../../src/report/badge/face-of.js';
import { summaryOf } from '../../../src/report/summary.js';
import type { ProfileReport, Report } from '../../../src/report/types.js';
import { diagnosticOf } from '../../cli/helpers/diagnostic.js';
import { caseOf, reportOf, requirementOf } from '../text/helpers/reports.js';

const profile = (id: string, rest: Partial<ProfileReport> = {}): ProfileReport => ({
  id,
  verdict: 'conformant',
  summary: summaryOf(['pass', 'pass']),
  requirements: { applicable: 2, verified: 2, failed: 0 },
  ...rest,
});

const cases = [caseOf('core.a/one'), caseOf('core.b/one')];
const requirements = [requirementOf('core.a'), requirementOf('core.b')];
const whole = (rest: Parameters<typeof reportOf>[0] = {}): Report =>
  reportOf({ profiles: [profile('http-receiver')], cases, requirements, ...rest });

const words = (report: Report, id?: string): string => {
  const { label, message, color } = faceOf(report, id);
  return `${label} | ${message} | ${color}`;
};

describe('the badge of a run', () => {
  test('names its one profile', () => {
    expect(words(whole())).toBe('CloudEvents 1.0.2 http-receiver | 2/2 MUST | brightgreen');
  });

  test('counts its profiles where there are several', () => {
    expect(words(whole({ profiles: [profile('http-acceptance'), profile('http-receiver')] }))).toBe(
      'CloudEvents 1.0.2, 2 profiles | 2/2 MUST | brightgreen',
    );
  });

  test('of the rules of main says so', () => {
    expect(words(whole({ suite: { digest: 'a', specVersion: 'main' } }))).toBe(
      'CloudEvents main http-receiver | 2/2 MUST | brightgreen',
    );
  });

  test('of no profile is green for nothing', () => {
    expect(words(reportOf({ verdict: 'inconclusive' }))).toBe('CloudEvents 1.0.2 | 0/0 MUST, inconclusive | lightgrey');
    expect(words(reportOf({ verdict: 'conformant' }))).toBe('CloudEvents 1.0.2 | 0/0 MUST | lightgrey');
  });

  test('tells what failed', () => {
    const failing = [caseOf('core.a/one', { status: 'fail' }), caseOf('core.b/one')];
    expect(words(whole({ verdict: 'nonconformant', cases: failing }))).toBe(
      'CloudEvents 1.0.2 http-receiver | 1/2 MUST, 1 failed | red',
    );
    expect(words(whole({ verdict: 'nonconformant' }))).toBe(
      'CloudEvents 1.0.2 http-receiver | 2/2 MUST, nonconformant | red',
    );
  });

  test.each<[string, Parameters<typeof reportOf>[0], string]>([
    ['a part', { selection: { only: ['x'], skip: [], cases: 37, of: 1476 } }, '2/2 MUST, only 37 of 1476 cases | blue'],
    ['stopped', { run: { stopped: 'the run was interrupted' } }, '2/2 MUST, stopped early | lightgrey'],
    [
      'a fault of the harness',
      { summary: summaryOf(['pass', 'pass', 'harness-error']) },
      '2/2 MUST, with faults of the harness | lightgrey',
    ],
    [
      'captured',
      { capture: { digest: 'x', messages: [], ended: 'count', lost: {} } },
      '2/2 MUST, in 0 messages | brightgreen',
    ],
  ])('shows what is to be known of it: %s', (_, change, expected) => {
    expect(words(whole(change))).toBe(`CloudEvents 1.0.2 http-receiver | ${expected}`);
  });
});

describe('the badge of a profile', () => {
  const red = profile('validation', {
    verdict: 'nonconformant',
    requirements: { applicable: 9, verified: 4, failed: 2 },
  });
  const report = whole({ verdict: 'nonconformant', profiles: [profile('http-receiver'), red] });

  test('speaks of that profile alone', () => {
    expect(words(report, 'http-receiver')).toBe('CloudEvents 1.0.2 http-receiver | 2/2 MUST | brightgreen');
    expect(words(report, 'validation')).toBe('CloudEvents 1.0.2 validation | 4/9 MUST, 2 failed | red');
  });

  test('shows its own faults of the harness, and what holds for the whole run', () => {
    const faulty = profile('http-receiver', { summary: summaryOf(['pass', 'harness-error']) });
    expect(words(whole({ profiles: [faulty, red] }), 'http-receiver')).toContain(
      'with faults of the harness | lightgrey',
    );
    expect(words(whole({ run: { stopped: 'x' } }), 'http-receiver')).toContain('stopped early | lightgrey');
  });

  test('is a usage error where the report does not decide it, and nothing of its name reaches the terminal', async () => {
    expect(await diagnosticOf(() => faceOf(report, 'no\u001b[2J'))).toEqual({
      code: 'badge.profile',
      message: 'failed to make a badge: the report does not decide the profile "no\\u001b[2J"',
      hint: 'it decides http-receiver, validation',
      exit: 2,
    });
    expect(await diagnosticOf(() => faceOf(reportOf(), 'x'))).toMatchObject({ hint: 'it decides none' });
  });
});
