import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ByteString, fromByteString, toByteString } from '../../src/event/byte-string.js';

const roundTrip = (bytes: Uint8Array): Buffer =>
  Buffer.from(fromByteString(JSON.parse(JSON.stringify(toByteString(bytes)))));

describe('byte strings', () => {
  it.each<[string, readonly number[], ByteString]>([
    ['nothing', [], { text: '' }],
    ['ASCII', [0x68, 0x69], { text: 'hi' }],
    ['controls and NUL', [0, 7, 0x1b], { text: '\u0000\u0007\u001b' }],
    ['UTF-8', [0xe2, 0x82, 0xac], { text: '€' }],
    ['a byte order mark, which stays', [0xef, 0xbb, 0xbf, 0x61], { text: '\ufeffa' }],
    ['an overlong form', [0xc0, 0x80], { base64: 'wIA=' }],
    ['a surrogate in UTF-8', [0xed, 0xa0, 0x80], { base64: '7aCA' }],
    ['a cut sequence', [0xe2, 0x82], { base64: '4oI=' }],
    ['latin1', [0xe9], { base64: '6Q==' }],
  ])('hold %s', (_, bytes, expected) => {
    expect(toByteString(Uint8Array.from(bytes))).toEqual(expected);
    expect([...roundTrip(Uint8Array.from(bytes))]).toEqual(bytes);
  });

  it('lose no byte, by way of JSON', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(roundTrip(bytes).equals(bytes)).toBe(true);
      }),
    );
  });

  it('are of the part of a larger buffer that is meant', () => {
    const part = Uint8Array.from([1, 0xff, 0xfe, 2]).subarray(1, 3);
    expect(toByteString(part)).toEqual({ base64: '//4=' });
  });
});
