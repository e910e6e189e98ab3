import { expect, it } from 'vitest';
import { LENGTHS, stretched } from '../../../src/generate/any/stretched.js';

it.each(['a', 'ab', '\u{1f600}b', 'e\u0301', '%', ''])('has as many characters as asked for: %j', (text) => {
  for (const length of LENGTHS) expect([...stretched(text, length)]).toHaveLength(length);
});

it('repeats a text, and cuts it', () => {
  expect(stretched('abc', 7)).toBe('abcabca');
  expect(stretched('abc', 2)).toBe('ab');
  expect(stretched('', 3)).toBe('xxx');
});

it('keeps very long ones to ASCII, so that they stay within what servers take', () => {
  expect(Buffer.byteLength(stretched('\u{1f600}a', 4097))).toBe(4097);
  expect(Buffer.byteLength(stretched('\u{1f600}', 4097))).toBe(4097);
  expect(stretched('\u00e9', 257)).toBe('\u00e9'.repeat(257));
});
