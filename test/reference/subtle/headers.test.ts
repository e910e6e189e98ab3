import { describe, expect, it } from 'vitest';
import type { HeaderLine } from '../../../src/binding/types.js';
import { binary, expectFault, expectUnchanged, REQUIRED, shown, structured } from './answers.js';

describe('http.dec.plus/after-eighth', () => {
  const name = 'http.dec.plus/after-eighth';
  // The required ones are four.
  const five: readonly HeaderLine[] = ['a', 'b', 'c', 'd', 'e'].map((letter) => [`ce-ext${letter}`, `${letter}+`]);

  it('reads the ninth ce- header as a form, and the eight before it as they are', () => {
    const kept = { exta: 'a+', extb: 'b+', extc: 'c+', extd: 'd+' };
    expectFault(name, binary([...five])).toEqual({ status: 200, json: { ...REQUIRED, ...kept, exte: 'e ' } });
  });

  it('does not count other headers, and reads JSON as it is', () => {
    const foreign: readonly HeaderLine[] = [
      ['X-One', '1+'],
      ['Content-Type', 'application/a+b'],
    ];
    expectUnchanged(name, [
      binary([...foreign, ...five.slice(0, 4)], 'a+b'),
      binary(five.map(([line]) => [line, 'plain'])),
      structured(Object.fromEntries(five)),
    ]);
  });
});

describe('http.dec.lower/letter-first', () => {
  const name = 'http.dec.lower/letter-first';

  it('leaves %c3%a9 as it is', () => {
    expectFault(name, binary([['ce-ext', '%c3%a9']])).toEqual({ status: 200, json: { ...REQUIRED, ext: '%c3%a9' } });
  });

  it('decodes capitals, and lower-case letters behind a digit', () => {
    expectUnchanged(name, [binary([['ce-ext', '%C3%A9']]), binary([['ce-ext', '%2f%7e']]), structured({ ext: '%c3' })]);
  });
});

describe('http.bin.case/capitals', () => {
  const name = 'http.bin.case/capitals';

  it('does not see CE-MYEXT', () => {
    expectFault(name, binary([['CE-MYEXT', 'x']])).toEqual({ status: 200, json: REQUIRED });
  });

  it('sees every other spelling, and core attributes in capitals', () => {
    expectUnchanged(name, [
      ...['ce-myext', 'Ce-Myext', 'CE-Myext', 'ce-MYEXT'].map((line) => binary([[line, 'x']])),
      binary([['CE-SUBJECT', 'x']]),
    ]);
  });
});

describe('http.dec.bad-utf8/overlong-later', () => {
  const name = 'http.dec.bad-utf8/overlong-later';

  it.each([
    ['a%C0%AF', 'a/'],
    ['%C3%A9%c1%81b', '\u00e9Ab'],
  ])('accepts %s', (raw, ext) => {
    expect(shown(binary([['ce-ext', raw]])).status).toBe(400);
    expect(shown(binary([['ce-ext', raw]]), name)).toEqual({ status: 200, json: { ...REQUIRED, ext } });
  });

  it('refuses it in the first place, and whatever else is no UTF-8', () => {
    const raws = ['%C0%AF', '%C0%AFa', 'a%C0', 'a%FF', 'a%E0%80%AF', 'a%ED%A0%80', 'a%C3%A9', 'a%2F'];
    expectUnchanged(
      name,
      raws.map((raw) => binary([['ce-ext', raw]])),
    );
  });
});
