import { describe, expect, test } from 'vitest';
import { CELL_MARKS, casesBehind, LEGEND } from '../../../src/report/matrix/marks.js';
import { cell } from './helpers/excerpts.js';

describe('the cases behind an outcome', () => {
  test.each([
    ['those that passed', cell('verified', { counts: { pass: 12, warn: 2 } }), '12'],
    ['those that fail, of all', cell('failed', { counts: { pass: 9, fail: 3, timeout: 1, blocked: 2 } }), '4/15'],
    ['those that warn, of all', cell('warned', { counts: { pass: 3, warn: 1 } }), '1/4'],
    ['nothing where nothing was decided', cell('open', { counts: { blocked: 3 } }), ''],
    ['nothing where nothing is judged', cell('observed', { counts: { observed: 3 } }), ''],
    ['nothing where nothing is known', cell('absent'), ''],
  ])('%s', (_, given, expected) => {
    expect(casesBehind(given)).toBe(expected);
  });
});

test('every outcome has a mark of its own, and words', () => {
  const marks = Object.values(CELL_MARKS);
  expect(new Set(marks).size).toBe(marks.length);
  expect(Object.keys(LEGEND)).toEqual(Object.keys(CELL_MARKS));
});
