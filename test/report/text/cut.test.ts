import { expect, test } from 'vitest';
import { cut } from '../../../src/report/text/cut.js';

test.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'ab… (4 characters)'],
  ['ends in …', 9, 'ends in …'],
  ['\u{1f600}\u{1f600}', 2, '\u{1f600}\u{1f600}'],
  ['\u0000', 5, '\\u{0}'],
  ['\u0000\u0000', 6, '\\u{0}… (2 characters)'],
  ['', 3, ''],
])('%j in %i is %j', (text, max, expected) => {
  expect(cut(text, max)).toBe(expected);
});

test('of a text of 10 MB no more is read than is shown', () => {
  const before = performance.now();
  expect(cut('A'.repeat(10 * 1024 * 1024), 20)).toBe(`${'A'.repeat(19)}… (10485760 characters)`);
  expect(performance.now() - before).toBeLessThan(500);
});
