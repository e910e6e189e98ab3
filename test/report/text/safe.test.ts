import { array, assert, integer, nat, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSafe, safe } from '../../../src/report/text/safe.js';

/** Written out again, as ranges of numbers, so that the test does not repeat the expression it tests. */
const FORBIDDEN: readonly (readonly [first: number, last: number, what: string])[] = [
  [0x00, 0x1f, 'C0'],
  [0x7f, 0x7f, 'DEL'],
  [0x80, 0x9f, 'C1'],
  [0xad, 0xad, 'soft hyphen'],
  [0x34f, 0x34f, 'combining grapheme joiner'],
  [0x61c, 0x61c, 'Arabic letter mark'],
  [0x115f, 0x1160, 'Hangul fillers'],
  [0x180e, 0x180e, 'Mongolian vowel separator'],
  [0x200b, 0x200f, 'zero-width and direction marks'],
  [0x2028, 0x2029, 'line and paragraph separators'],
  [0x202a, 0x202e, 'bidirectional embeddings and overrides'],
  [0x2060, 0x2064, 'word joiner and invisible operators'],
  [0x2066, 0x2069, 'bidirectional isolates'],
  [0x3164, 0x3164, 'Hangul filler'],
  [0xd800, 0xdfff, 'lone surrogates'],
  [0xfe00, 0xfe0f, 'variation selectors'],
  [0xfeff, 0xfeff, 'byte order mark'],
  [0xffa0, 0xffa0, 'halfwidth Hangul filler'],
  [0xe0001, 0xe007f, 'tags'],
];

const isForbidden = (point: number): boolean => FORBIDDEN.some(([first, last]) => point >= first && point <= last);
const points = (text: string): readonly number[] => [...text].map((character) => character.codePointAt(0) ?? 0);

/** Strings in which every second character is one that could do harm. */
const hostile = array(
  integer({ min: 0, max: FORBIDDEN.length - 1 }).chain((index) => {
    const [first, last] = FORBIDDEN[index] ?? [0, 0];
    return integer({ min: first, max: last });
  }),
).chain((bad) => string({ unit: 'binary' }).map((text) => bad.map((point) => String.fromCodePoint(point)).join(text)));

describe('safe', () => {
  test.each(FORBIDDEN)('escapes U+%x to U+%x', (first, last) => {
    for (let point = first; point <= last; point++) {
      expect(safe(`a${String.fromCodePoint(point)}b`)).toBe(`a\\u{${point.toString(16)}}b`);
    }
  });

  test('never lets a forbidden code point through, whatever the text and wherever it is cut', () => {
    assert(
      property(hostile, nat(200), (text, max) => {
        expect([...points(safe(text)), ...points(safe(text, max))].filter(isForbidden)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('leaves text as it is where nothing is wrong with it', () => {
    for (const text of ['', 'plain', 'Grüße, 世界 🎉', 'a "b" \\ <c> & \'d\'', 'e\u0301', '\u00a0'])
      expect(safe(text)).toBe(text);
  });

  test('is never longer than asked for, and cuts with an ellipsis only what does not fit', () => {
    assert(
      property(hostile, nat(60), (text, max) => {
        const [whole, cut] = [safe(text), safe(text, max)];
        expect([...cut].length).toBeLessThanOrEqual(max);
        if ([...whole].length <= max) expect(cut).toBe(whole);
        else if (max > 0) expect(cut.endsWith('…')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('cuts between code points, and never within an escape', () => {
    expect(safe('🎉🎉🎉🎉', 3)).toBe('🎉🎉…');
    expect(safe('abc', 3)).toBe('abc');
    expect(safe('abcd', 3)).toBe('ab…');
    expect(safe('a\u001b[2J', 6)).toBe('a…');
    expect(safe('a\u001b[2J', 8)).toBe('a\\u{1b}…');
    expect(safe('a\u001b[2J', 10)).toBe('a\\u{1b}[2J');
    expect(safe('abc', 1)).toBe('…');
    expect(safe('abc', 0)).toBe('');
  });

  test('takes apart what terminals act on', () => {
    expect(safe('\u001b]8;;http://evil\u0007link\u001b]8;;\u0007')).toBe(
      '\\u{1b}]8;;http://evil\\u{7}link\\u{1b}]8;;\\u{7}',
    );
    expect(safe('\u009b31mred')).toBe('\\u{9b}31mred');
    expect(safe('ok\r\u001b[Kfail\nnext\tcolumn')).toBe('ok\\u{d}\\u{1b}[Kfail\\u{a}next\\u{9}column');
  });

  test('does not read more of a long text than it shows', () => {
    const long = 'x'.repeat(20_000_000);
    const timed = (work: () => void): number => {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const cut = timed(() => expect(safe(long, 10)).toBe('xxxxxxxxx…'));
    // To show a fifth of it takes longer.
    expect(cut).toBeLessThan(timed(() => safe(long.slice(0, 4_000_000))));
  });
});

test('isSafe agrees with what is forbidden', () => {
  assert(
    property(integer({ min: 0, max: 0x10ffff }), (point) => {
      if (isForbidden(point)) expect(isSafe(String.fromCodePoint(point))).toBe(false);
    }),
    { numRuns: 5000 },
  );
  expect(['a', ' ', 'ß', '世', '🎉', '\\', '\u0301'].every(isSafe)).toBe(true);
});
