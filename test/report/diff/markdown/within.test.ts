import { expect, test } from 'vitest';
import { type Block, within } from '../../../../src/report/diff/markdown/within.js';

const block = (name: string, rows: number): Block => ({
  head: [`# ${name}`],
  rows: Array.from({ length: rows }, (_, index) => `- ${name}${index} é`),
  foot: ['end'],
});

test('what fits is there as a whole', () => {
  expect(within([block('a', 2), block('b', 1)], 1000)).toBe('# a\n- a0 é\n- a1 é\nend\n# b\n- b0 é\nend\n');
});

test('what does not fit is counted, in the last blocks first', () => {
  const text = within([block('a', 20), block('b', 20)], 500);
  expect(text).toContain('- a19 é\nend\n');
  expect(text).toMatch(/# b\n- b0 é\n(- b\d+ é\n)+\n… and \d+ more rows?; `--format json` has them all\.\nend\n$/);
});

test.each([200, 300, 499, 1000])('%d bytes are never exceeded', (most) => {
  expect(Buffer.byteLength(within([block('a', 50), block('b', 50)], most))).toBeLessThanOrEqual(most);
});
