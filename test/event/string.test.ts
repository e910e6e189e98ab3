import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDisallowed } from '../../src/event/string.js';

const hex = (codePoint: number) => codePoint.toString(16);

describe('a String allows', () => {
  it.each([
    ...[0x20, 0x7e, 0xa0, 0xad, 0x200f, 0x2028, 0xd7ff, 0xe000, 0xfdcf, 0xfdf0, 0xfeff, 0xfffd],
    ...[0x10000, 0x1f600, 0x1fffd, 0x20000, 0x10fffd],
  ])('U+%s', (codePoint) => {
    expect(firstDisallowed(`a${String.fromCodePoint(codePoint)}b`), hex(codePoint)).toBeUndefined();
  });

  it('nothing at all', () => {
    expect(firstDisallowed('')).toBeUndefined();
  });

  it('the pair that the specification gives as legal', () => {
    expect(firstDisallowed('\uD800\uDEAD')).toBeUndefined();
  });
});

describe('a String disallows', () => {
  it.each([0x00, 0x09, 0x0a, 0x0d, 0x1f, 0x7f, 0x80, 0x85, 0x9f])('the control %d', (codePoint) => {
    const found = firstDisallowed(`ab${String.fromCodePoint(codePoint)}`);
    expect(found).toEqual({ index: 2, codePoint, why: 'control' });
  });

  it('exactly 65 controls and 66 noncharacters, and every surrogate alone', () => {
    const counts = { control: 0, noncharacter: 0, 'lone-surrogate': 0 };
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
      const found = firstDisallowed(String.fromCodePoint(codePoint));
      if (found) counts[found.why]++;
    }
    expect(counts).toEqual({ control: 32 + 33, noncharacter: 66, 'lone-surrogate': 2048 });
  });

  it.each([0xfdd0, 0xfdef, 0xfffe, 0xffff, 0x1fffe, 0x1ffff, 0x10fffe, 0x10ffff])(
    'the noncharacter %d',
    (codePoint) => {
      expect(firstDisallowed(String.fromCodePoint(codePoint))).toEqual({ index: 0, codePoint, why: 'noncharacter' });
    },
  );

  it.each([
    ['\uDEAD', 0, 0xdead],
    ['a\uD800', 1, 0xd800],
    ['\uDE00\uD83D', 0, 0xde00],
    ['\u{1F600}\uD83D', 2, 0xd83d],
    ['\uD83D\uD83D\uDE00', 0, 0xd83d],
  ])('the unpaired surrogate in %j', (text, index, codePoint) => {
    expect(firstDisallowed(text)).toEqual({ index, codePoint, why: 'lone-surrogate' });
  });
});

it('finds the first of several, counted in code units', () => {
  expect(firstDisallowed('\u{1F600}é\u0007\uFFFF')).toMatchObject({ index: 3, codePoint: 7 });
});

it('agrees with a statement of the rule by Unicode properties', () => {
  const rule = /[\p{Noncharacter_Code_Point}\p{Surrogate}\p{Control}]/u;
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => (firstDisallowed(text) !== undefined) === rule.test(text)),
  );
});

it('walks a huge text', () => {
  expect(firstDisallowed(`${'é'.repeat(1_000_000)}\n`)).toMatchObject({ index: 1_000_000 });
});
