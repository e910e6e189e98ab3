import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeHeaderValue, encodeHeaderValue } from '../../../src/binding/http/header-value.js';

it.each([
  ['"a%20b"', 'a b'], // unquoted first, then decoded
  ['%22a%22', '"a"'], // decoded quotes are content
  ['%22a%5C%22b%22', '"a\\"b"'],
  ['"%2522"', '%22'],
  ['"a\\%20b"', 'a b'],
  ['"100%"', '100%'],
  ['a"b c"d', 'a"b c"d'],
])('%s decodes to %s', (raw, text) => {
  expect(decodeHeaderValue(raw)).toEqual({ kind: 'text', text });
});

it('refuses bytes that are not UTF-8 within quotes too', () => {
  expect(decodeHeaderValue('"%C0%A0"')).toEqual({ kind: 'bad-utf8' });
});

it('what is encoded decodes to itself, and is a single round', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const encoded = encodeHeaderValue(text) ?? 'none';
      expect(decodeHeaderValue(encoded)).toEqual({ kind: 'text', text });
      expect(decodeHeaderValue(encodeHeaderValue(encoded) ?? 'none')).toEqual({ kind: 'text', text: encoded });
      expect(decodeHeaderValue(`"${encoded.replaceAll('\\', '\\\\')}"`)).toEqual({ kind: 'text', text });
    }),
  );
});

it('has no value for an unpaired surrogate', () => {
  expect(encodeHeaderValue('\uD800')).toBeUndefined();
});
