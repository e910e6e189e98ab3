import { expect, test } from 'vitest';
import { printTable, table } from '../../src/cli/table.js';
import { memoryIo } from './helpers/memory-io.js';

const rows = [
  ['id', 'cases', 'rule'],
  ['http.dec.once', '4', 'exactly one round'],
  ['x', '', ''],
];

test('columns are aligned, lines have no blanks at their end', () => {
  expect(table(rows)).toBe('id             cases  rule\nhttp.dec.once  4      exactly one round\nx\n');
});

test('a line that is too long ends in an ellipsis', () => {
  expect(table(rows, 26).split('\n')[1]).toBe('http.dec.once  4      exa…');
});

test('a row may have more cells than another', () => {
  expect(table([['a'], ['bb', 'c']])).toBe('a\nbb  c\n');
});

test('nothing is nothing', () => {
  expect(table([])).toBe('');
});

test('only a terminal cuts lines', () => {
  const [terminal, pipe] = [memoryIo({ columns: 20 }), memoryIo()];
  printTable(rows, terminal);
  printTable(rows, pipe);
  expect(
    Math.max(
      ...terminal
        .stdout()
        .split('\n')
        .map((line) => line.length),
    ),
  ).toBe(20);
  expect(pipe.stdout()).toContain('exactly one round');
});
