import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeUtf8, encodeUtf8 } from '../../src/event/utf8.js';

it('gives back every well-formed text, a byte order mark included', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => decodeUtf8(encodeUtf8(text)) === text));
  expect(decodeUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe('\ufeffa');
});

it.each([
  ['overlong', [0xc0, 0xa0]],
  ['never a byte of UTF-8', [0xff]],
  ['a lone continuation', [0x80]],
  ['cut off', [0xe2, 0x82]],
  ['a surrogate', [0xed, 0xa0, 0x80]],
  ['beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
])('finds %s, and reads on afterwards', (_, bytes) => {
  expect(decodeUtf8(Uint8Array.from(bytes))).toBeUndefined();
  expect(decodeUtf8(encodeUtf8('é'))).toBe('é');
});

it('writes U+FFFD for an unpaired surrogate', () => {
  expect(encodeUtf8('\uDEAD')).toEqual(Uint8Array.of(0xef, 0xbf, 0xbd));
});
