import { array, assert, integer, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { count, hang, lengthOf, pad, wrap, wrapList } from '../../../src/report/text/layout.js';

describe('wrap', () => {
  test('breaks at blanks', () => {
    expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four']);
    expect(wrap('one', 9)).toEqual(['one']);
    expect(wrap('', 9)).toEqual(['']);
  });

  test('breaks within a word only where it is longer than a line, and not within a code point', () => {
    expect(wrap('a bbbbbbb c', 3)).toEqual(['a', 'bbb', 'bbb', 'b c']);
    expect(wrap('🎉🎉🎉', 2)).toEqual(['🎉🎉', '🎉']);
  });

  test('loses nothing and keeps to the width', () => {
    assert(
      property(string({ unit: 'grapheme' }), integer({ min: 1, max: 40 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        expect(Math.max(...lines.map(lengthOf))).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('wrapList', () => {
  test('keeps an item together and a comma at the end of its line', () => {
    expect(wrapList(['3 not run', '4 failed', '5 passed'], ', ', 20)).toEqual(['3 not run, 4 failed,', '5 passed']);
    expect(wrapList([], ', ', 20)).toEqual(['']);
  });

  test('needs no visible separator', () => {
    expect(wrapList(['a b', 'c d', 'e f'], '  ', 8)).toEqual(['a b  c d', 'e f']);
  });

  test('keeps to the width, whatever the items', () => {
    assert(
      property(array(string({ unit: 'grapheme' })), integer({ min: 1, max: 40 }), (items, width) => {
        expect(Math.max(...wrapList(items, ', ', width).map(lengthOf))).toBeLessThanOrEqual(width);
      }),
    );
  });
});

test('hang puts the lead before the first line, and the others under the content', () => {
  expect(hang('> ', 2, ['a', 'b'], (line) => `<${line}>`)).toEqual(['> <a>', '  <b>']);
  expect(hang('> ', 2, [])).toEqual([]);
});

test('pad counts code points and never cuts', () => {
  expect(pad('🎉', 3)).toBe('🎉  ');
  expect(pad('abcd', 3)).toBe('abcd');
});

test('count knows one and many', () => {
  expect([0, 1, 2].map((number) => count(number, 'case'))).toEqual(['0 cases', '1 case', '2 cases']);
  expect(count(2, 'was', 'were')).toBe('2 were');
});
