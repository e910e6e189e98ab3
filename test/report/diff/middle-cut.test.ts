import { expect, test } from 'vitest';
import { middleCut } from '../../../src/report/diff/middle-cut.js';

test('what is short stays', () => {
  expect(middleCut('a'.repeat(100), 100)).toBe('a'.repeat(100));
  expect(middleCut('😀'.repeat(100), 100)).toBe('😀'.repeat(100));
});

test('what is long keeps both ends', () => {
  expect(middleCut(`${'a'.repeat(500)}${'b'.repeat(60)}`, 100)).toBe(`${'a'.repeat(39)}…${'b'.repeat(60)}`);
});

test.each([101, 150, 199, 200, 201, 10_000])(
  '%d characters outside the plane of text are cut between them',
  (length) => {
    const text = middleCut('😀'.repeat(length), 100);
    expect([...text].length).toBe(100);
    expect(text).not.toMatch(/\p{Surrogate}/u);
  },
);
