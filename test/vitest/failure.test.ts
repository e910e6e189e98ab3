import { describe, expect, test } from 'vitest';
import { caseFailure, failure, siteOf } from '../../src/vitest/failure.js';
import { loadSuite } from '../../suites/suite.js';
import { caseOf, evidenceOf, reportOf, responseOf, sentOf } from '../report/text/helpers/reports.js';

const SITE = '    at /project/conformance.test.ts:3:1';
const again = { target: 'http://localhost:8080/', flags: ['--timeout', '500'], tail: [], report: reportOf() };
const requirement = loadSuite().requirements.get('http.dec.once');

describe('the failure of a case', () => {
  test('holds both values for a diff', () => {
    const item = caseOf('http.dec.once/blank@http-binary', {
      status: 'fail',
      expected: { subject: 'a%20b' },
      actual: { subject: 'a b' },
      message: 'subject has another value',
      evidence: evidenceOf([sentOf({ 'ce-subject': 'a%2520b' }, '{}')], [responseOf(200, {}, '{"subject":"a b"}')]),
    });
    const error = caseFailure(item, { requirement, again, site: SITE });
    expect(error).toMatchObject({
      name: 'ConformanceError',
      expected: { subject: 'a%20b' },
      actual: { subject: 'a b' },
      showDiff: true,
    });
    expect(error.message.split('\n')).toEqual([
      'http.dec.once/blank@http-binary: subject has another value',
      '',
      'Exactly one round (MUST, http 3.1.3.2. HTTP Header Values)',
      '',
      '  the title of http.dec.once/blank@http-binary',
      '  expected  {"subject":"a%20b"}',
      '  actual    {"subject":"a b"}',
      '  because   subject has another value',
      '  sent      ce-subject: a%2520b',
      '  received  200 OK',
      '            {"subject":"a b"}',
      '  rerun     ce-conform --target http://localhost:8080/ --timeout 500 --only http.dec.once/blank@http-binary',
    ]);
    expect(error.stack).toBe(`ConformanceError: ${error.message}\n${SITE}`);
  });

  test('of what was not judged by values has none', () => {
    const item = caseOf('x.y/z@http-binary', { status: 'timeout', message: 'no answer\u001b[1A within 5 s' });
    const error = caseFailure(item, { requirement: undefined, again, site: SITE });
    expect(error).not.toHaveProperty('showDiff');
    expect(error.message).toMatch(/^x\.y\/z@http-binary: no answer\\u\{1b\}\[1A within 5 s\n\n {2}the title of/);
    expect(error.message).not.toContain('\u001b');
  });
});

test('the site is where the caller was called, without the inside of packages', () => {
  const stack = [
    'Error: here',
    '    at conformance (/project/node_modules/ce-conform/dist/src/vitest/conformance.js:30:25)',
    '    at /project/conformance.test.ts:3:1',
    '    at async startTests (file:///project/node_modules/@vitest/runner/dist/index.js:1:1)',
    '    at async C:\\project\\node_modules\\vitest\\dist\\worker.js:1:1',
    '    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)',
  ].join('\n');
  expect(siteOf(stack)).toBe(
    '    at /project/conformance.test.ts:3:1\n    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)',
  );
  expect(siteOf(undefined)).toBe('');
  expect(failure('no', SITE).stack).toBe(`ConformanceError: no\n${SITE}`);
});
