import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeUnsafe, quote } from '../../../src/target/adapter/quote.js';

test.each([
  ['plain é 日本', '"plain é 日本"'],
  ['a"b\\c', String.raw`"a\"b\\c"`],
  ['\u001b[2J\r\n', String.raw`"\u001b[2J\r\n"`],
  ['\u0085\u202e\u200b\u2028\ud800', String.raw`"\u{85}\u{202e}\u{200b}\u{2028}\ud800"`],
])('%j', (text, quoted) => {
  expect(quote(text)).toBe(quoted);
});

test('long texts are cut', () => {
  expect(quote('x'.repeat(1000))).toBe(`"${'x'.repeat(120)}…"`);
  expect(quote('abc', 2)).toBe('"ab…"');
  expect(quote('abc', 3)).toBe('"abc"');
});

test('nothing that a terminal obeys comes through', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(quote(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      expect(escapeUnsafe(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }),
  );
});
