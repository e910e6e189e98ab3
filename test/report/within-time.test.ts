import { expect, test } from 'vitest';
import { usageError } from '../../src/engine/error.js';
import { globMatcher } from '../../src/engine/select.js';
import { withinTime } from '../../src/report/within-time.js';
import { diagnosticOf } from '../cli/helpers/diagnostic.js';

test('work that ends gives what it gives', () => {
  const value = { a: [1] };
  expect(withinTime(() => value)).toBe(value);
});

test('an error is what it was', async () => {
  const error = usageError('x.y', 'failed');
  expect(await diagnosticOf(() => withinTime(() => Promise.reject(error)))).toBe(error.diagnostic);
  expect(() =>
    withinTime(() => {
      throw new RangeError('no');
    }),
  ).toThrow(RangeError);
});

test('a glob that takes for ever is a usage error', async () => {
  // It tries every way to choose eleven letters of fifty.
  const isMatch = globMatcher(`${'*a'.repeat(11)}*b`);
  expect(await diagnosticOf(() => withinTime(() => isMatch('a'.repeat(50)), 100))).toEqual({
    code: 'report.globs',
    message: 'failed to follow the report: to match its globs takes more than 0.1 s',
    hint: 'no run was asked for such globs; get the report as it was written',
    exit: 2,
  });
});
