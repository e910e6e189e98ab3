import { expect, test } from 'vitest';
import { link } from '../../../src/report/markdown/link.js';
import { prose } from '../../../src/report/markdown/prose.js';
import { markdownTable } from '../../../src/report/markdown/table.js';

test('a sentence reads as it is written', () => {
  expect(prose('"*" and `x` of <b>, a|b, [c](d) #1 ~ \\')).toBe(
    '"\\*" and \\`x\\` of \\<b\\>, a\\|b, \\[c\\]\\(d\\) \\#1 \\~ \\\\',
  );
  expect(prose('An event, plain: a.b-c')).toBe('An event, plain: a.b-c');
});

test('a link, or the text alone where there is no address', () => {
  expect(link('`x`', 'https://a.example/#b')).toBe('[`x`](https://a.example/#b)');
  expect(link('`x`', undefined)).toBe('`x`');
});

test('a table', () => {
  expect(
    markdownTable(
      ['a', 'b'],
      [
        ['1', ''],
        ['2', 'x'],
      ],
    ),
  ).toEqual(['| a | b |', '| --- | --- |', '| 1 |  |', '| 2 | x |']);
});
