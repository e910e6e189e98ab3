import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../../src/report/baseline/fingerprint.js';
import type { CaseReport } from '../../../src/report/types.js';
import { caseOf, evidenceOf, responseOf } from '../text/helpers/reports.js';

const failed = (message: string, rest: Partial<CaseReport> = {}): CaseReport =>
  caseOf('a.b/c@http-binary', { status: 'fail', message, ...rest });
const unanswered = (code: 'closed' | 'reset' | 'timeout', message: string, status: CaseReport['status'] = 'fail') =>
  failed(message, { status, evidence: evidenceOf([], [{ kind: 'failure', code, message }]) });

test('is eight hexadecimal digits', () => {
  expect(fingerprintOf(failed('subject is missing'))).toMatch(/^[0-9a-f]{8}$/);
  expect(fingerprintOf(caseOf('a.b/c@http-binary', { status: 'fail' }))).toMatch(/^[0-9a-f]{8}$/);
});

describe('is the same', () => {
  test.each([
    [
      'whatever the target says of it',
      failed('refused', { actual: 'error 17' }),
      failed('refused', { actual: 'error 18' }),
    ],
    ['in another case', failed('refused'), { ...failed('refused'), id: 'a.b/other@http-batch' }],
    [
      'whatever the deadline was',
      unanswered('timeout', 'no complete response within 5000 ms', 'timeout'),
      unanswered('timeout', 'no complete response within 100 ms', 'timeout'),
    ],
    [
      'however the connection ended',
      unanswered('closed', 'the target closed the connection without a response'),
      unanswered('reset', 'the target reset the connection (ECONNRESET)'),
    ],
  ])('%s', (_, one, other) => {
    expect(fingerprintOf(one)).toBe(fingerprintOf(other));
  });
});

describe('is another', () => {
  const all = [
    failed('a valid event was refused with 400'),
    failed('a valid event was refused with 500'),
    failed('subject is missing'),
    failed('subject has another value', { evidence: evidenceOf([], [responseOf(200, {}, '')]) }),
    unanswered('closed', 'the target closed the connection without a response'),
    unanswered('timeout', 'no complete response within 5000 ms', 'timeout'),
  ];

  test('for every other failure', () => {
    expect(new Set(all.map(fingerprintOf)).size).toBe(all.length);
  });
});
