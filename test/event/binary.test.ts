import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from '../../src/event/binary.js';

const ascii = (text: string) => new TextEncoder().encode(text);

describe('base64', () => {
  // The test vectors of RFC 4648, section 10, and the two characters in which the alphabets differ.
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ])('writes and reads %j as %j', (text, base64) => {
    expect(encodeBase64(ascii(text))).toBe(base64);
    expect(decodeBase64(base64)).toEqual(ascii(text));
  });

  it('uses the standard alphabet', () => {
    expect(encodeBase64(Uint8Array.of(0xff, 0xfe, 0xfb))).toBe('//77');
    expect(decodeBase64('++//')).toEqual(Uint8Array.of(0xfb, 0xef, 0xff));
  });

  it.each([
    ...['Zg', 'Zg=', 'Z', 'Zm9', 'Zg===', '====', '=', 'Zg==Zg==', 'Z=g=', '=Zg='],
    ...[
      '__77',
      '--77',
      'Zm9v\n',
      'Zm9v\nZm9v',
      ' Zm9v',
      'Zm 9',
      '###',
      'Zm9é',
      'Zg==\n\n\n\n',
      '\u0000AAA',
      'ＡＡＡＡ',
    ],
  ])('does not read %j', (text) => {
    expect(decodeBase64(text)).toBeUndefined();
  });

  it('tolerates pad bits that are not zero', () => {
    expect(decodeBase64('Zh==')).toEqual(ascii('f'));
  });

  it('writes only the bytes of a view', () => {
    expect(encodeBase64(new Uint8Array(ascii('xfoox').buffer, 1, 3))).toBe('Zm9v');
  });

  it('reads into memory of its own', () => {
    const bytes = decodeBase64('Zm9v');
    expect(bytes?.buffer.byteLength).toBe(3);
    expect(bytes?.constructor).toBe(Uint8Array);
  });

  it('gives back all bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes);
      }),
    );
  });

  it('reads only what it would write, but for pad bits', () => {
    const text = fc.string({ unit: fc.constantFrom('A', 'z', '/', '+', '=', '-', '\n'), maxLength: 9 });
    fc.assert(
      fc.property(text, (candidate) => {
        const bytes = decodeBase64(candidate);
        if (bytes) expect(encodeBase64(bytes)).toHaveLength(candidate.length);
      }),
    );
  });

  it('reads a huge text without overflow', () => {
    expect(decodeBase64('A'.repeat(8_000_000))?.length).toBe(6_000_000);
    expect(decodeBase64(`${'A'.repeat(7_999_996)}!AAA`)).toBeUndefined();
  });
});
