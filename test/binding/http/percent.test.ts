import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentDecode, percentEncode } from '../../../src/binding/http/percent.js';

const text = (content: string) => ({ kind: 'text', text: content });
const BAD = { kind: 'bad-utf8' };

describe('percent-encoding', () => {
  it.each([
    ['Euro \u20AC \u{1F600}', 'Euro%20%E2%82%AC%20%F0%9F%98%80'], // the worked example of the specification
    ['a b', 'a%20b'],
    ['say "hi"', 'say%20%22hi%22'],
    ['100%', '100%25'],
    ['/a%20b', '/a%2520b'],
    ['é', '%C3%A9'],
    ['\u00a0', '%C2%A0'],
    ['\ufeff', '%EF%BB%BF'],
    ['\u0000\n\u001f\u007f\u0085', '%00%0A%1F%7F%C2%85'],
    ["!#$&'()*+,-./:;<=>?@[\\]^_`{|}~", "!#$&'()*+,-./:;<=>?@[\\]^_`{|}~"],
    ['AZaz09', 'AZaz09'],
    ['\u{10FFFF}', '%F4%8F%BF%BF'],
    ['', ''],
  ])('of %j is %s', (content, encoded) => {
    expect(percentEncode(content)).toBe(encoded);
  });

  it.each(['\uDEAD', 'a\uD800', '\uDE00\uD83D', '\u{1F600}\uD83D'])('of %j does not exist', (content) => {
    expect(percentEncode(content)).toBeUndefined();
  });

  it('touches exactly what has to be', () => {
    for (let code = 0; code < 0x100; code++) {
      const character = String.fromCharCode(code);
      const plain = code >= 0x21 && code <= 0x7e && character !== '"' && character !== '%';
      expect(percentEncode(character) === character, String(code)).toBe(plain);
    }
  });
});

describe('percent-decoding', () => {
  it.each([
    ['Euro%20%E2%82%AC%20%F0%9F%98%80', 'Euro \u20AC \u{1F600}'],
    ['a%2520b', 'a%20b'],
    ['%25', '%'],
    ['%41%2F', 'A/'],
    ['%e2%82%ac%C3%a9', '\u20acé'],
    ['%22a%22', '"a"'],
    ['a+b', 'a+b'],
    ['(note) a\\b', '(note) a\\b'],
    ['%00%0A%7F%EF%BF%BF', '\u0000\n\u007f\uffff'],
    ['%EF%BB%BFx', '\ufeffx'],
    ['%EF%BF%BD', '\ufffd'],
    ['%F4%8F%BF%BF', '\u{10FFFF}'],
    ['', ''],
  ])('of %s is %j', (raw, content) => {
    expect(percentDecode(raw)).toEqual(text(content));
  });

  it.each(['%', '100%', '%2', '%GG', '%2G', '%G2', '%%', '% 41', '%u0041', '%\u0000'])('leaves %j alone', (raw) => {
    expect(percentDecode(raw)).toEqual(text(raw));
  });

  it('reads escapes beside what is none', () => {
    expect(percentDecode('%%41%4%42%')).toEqual(text('%A%4B%'));
    expect(percentDecode('%2%35')).toEqual(text('%25'));
  });

  it.each([
    ...[
      '%C0%A0',
      '%C0%80',
      '%E0%80%80',
      '%F0%80%80%80',
      '%FF',
      '%FE',
      '%80',
      '%BF',
      '%E2%82',
      '%E2',
      'a%E2%82b',
      '%C3%28',
    ],
    ...[
      '%ED%A0%80',
      '%ED%BF%BF',
      '%ED%A0%BD%ED%B8%80',
      '%F4%90%80%80',
      '%F5%80%80%80',
      '%F8%88%80%80%80',
      'ok%20%FF%20ok',
    ],
  ])('of %s is refused', (raw) => {
    expect(percentDecode(raw)).toEqual(BAD);
  });

  it('takes raw bytes for UTF-8 if all of the value is', () => {
    expect(percentDecode('\u00c3\u00a9')).toEqual(text('é'));
    expect(percentDecode('\u00c3\u00a9%20%C3%A9')).toEqual(text('é é'));
    expect(percentDecode('\u00e9')).toEqual(BAD);
    expect(percentDecode('\u00c3\u00a9\u00e9')).toEqual(BAD);
    expect(percentDecode('\u00c3\u00a9%FF')).toEqual(BAD);
  });

  it('refuses characters that are no bytes', () => {
    expect(percentDecode('€')).toEqual(BAD);
    // The low byte of this one is an A.
    expect(percentDecode('\u0141')).toEqual(BAD);
    expect(percentDecode('\uDEAD%41')).toEqual(BAD);
  });
});

describe('the laws', () => {
  const wellFormed = fc.string({ unit: 'grapheme' });

  it('what is encoded decodes to itself', () => {
    fc.assert(
      fc.property(wellFormed, (content) => {
        expect(percentDecode(percentEncode(content) ?? 'none')).toEqual(text(content));
      }),
    );
  });

  it('every UTF-16 text is encoded in printable ASCII, or not at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (content) => /^[\x21\x23-\x7e]*$/.test(percentEncode(content) ?? '')),
    );
  });

  it('escapes of every byte decode like those of the needed ones', () => {
    fc.assert(
      fc.property(wellFormed, (content) => {
        const all = Array.from(new TextEncoder().encode(content), (byte) => `%${byte.toString(16).padStart(2, '0')}`);
        expect(percentDecode(all.join(''))).toEqual(text(content));
      }),
    );
  });

  it('any bytes give a result', () => {
    const raw = fc.string({
      unit: fc.oneof(
        fc.constant('%'),
        fc.nat(0x17f).map((code) => String.fromCharCode(code)),
      ),
    });
    fc.assert(fc.property(raw, (value) => ['text', 'bad-utf8'].includes(percentDecode(value).kind)));
  });

  it('size has no limit', () => {
    const huge = 'é%\u{1F600}'.repeat(300_000);
    expect(percentDecode(percentEncode(huge) ?? '')).toEqual(text(huge));
  });
});
