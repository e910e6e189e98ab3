// Section 3.2: a missing attribute, in every position.
import { describe, expect, it } from 'vitest';
import type { ErrorMode } from '../../src/cesql/types.js';
import { answer } from './helpers/answer.js';

const MODES: readonly ErrorMode[] = ['complete', 'fail-fast', 'operator'];

describe.each(MODES)('in the mode %s, a missing attribute makes', (mode) => {
  it('false of itself', () => {
    expect(answer('missing', { mode })).toEqual([false, 'missingAttribute']);
    expect(answer('(missing)', { mode })).toEqual([false, 'missingAttribute']);
  });

  it.each(['=', '!=', '<>', '<', '<=', '>', '>='])('false of %s', (operator) => {
    for (const other of ['2', "''", "'a'", 'FALSE', 'TRUE', '0', 'myint', 'mytext']) {
      expect(answer(`missing ${operator} ${other}`, { mode })).toEqual([false, 'missingAttribute']);
      expect(answer(`${other} ${operator} missing`, { mode })).toEqual([false, 'missingAttribute']);
    }
  });

  it.each(['+', '-', '*', '/', '%'])('0 of %s, and no other error', (operator) => {
    for (const other of ['0', '1', "'5'", 'TRUE', 'myint']) {
      expect(answer(`missing ${operator} ${other}`, { mode })).toEqual([0, 'missingAttribute']);
      expect(answer(`${other} ${operator} missing`, { mode })).toEqual([0, 'missingAttribute']);
    }
  });

  it.each([
    ['-missing', 0],
    ['NOT missing', false],
    ['missing AND TRUE', false],
    ['missing AND FALSE', false],
    ['TRUE AND missing', false],
    ['missing OR TRUE', false],
    ['missing OR FALSE', false],
    ['FALSE OR missing', false],
    ['missing XOR TRUE', false],
    ['TRUE XOR missing', false],
    ["missing LIKE '%'", false],
    ["missing LIKE 'missing'", false],
    ["missing NOT LIKE 'a'", false],
    ["missing NOT LIKE '%'", false],
    ['missing IN (1)', false],
    ["missing IN ('')", false],
    ['missing NOT IN (1)', false],
    ['1 IN (missing)', false],
    ['1 NOT IN (missing)', false],
    ['LENGTH(missing)', 0],
    ['ABS(missing)', 0],
    ['UPPER(missing)', ''],
    ['LOWER(missing)', ''],
    ['TRIM(missing)', ''],
    ["CONCAT('a', missing)", ''],
    ["CONCAT(missing, 'a')", ''],
    ["CONCAT_WS(',', 'a', missing)", ''],
    ["LEFT('abc', missing)", ''],
    ['LEFT(missing, 1)', ''],
    ['RIGHT(missing, 1)', ''],
    ["SUBSTRING('abc', missing)", ''],
    ["SUBSTRING('abc', 1, missing)", ''],
    ['INT(missing)', 0],
    ['BOOL(missing)', false],
    ['STRING(missing)', ''],
    ['1 / missing', 0],
    ['missing / 0', 0],
    ['missing % 0', 0],
    ["true AND (missing = '')", false],
  ])('of %s the zero value', (expression, value) => {
    expect(answer(expression, { mode })).toEqual([value, 'missingAttribute']);
  });

  it('nothing of EXISTS', () => {
    expect(answer('EXISTS missing', { mode })).toEqual([false]);
    expect(answer('NOT EXISTS missing', { mode })).toEqual([true]);
    expect(answer('EXISTS missing AND missing = 1', { mode })).toEqual([false]);
  });
});

describe('two missing attributes', () => {
  it.each(['=', '!=', '<', '+', 'XOR', 'OR'])('are two errors of %s, unless the first ends it all', (operator) => {
    const value = operator === '+' ? 0 : false;
    expect(answer(`missing ${operator} absent`)).toEqual([value, 'missingAttribute', 'missingAttribute']);
    expect(answer(`missing ${operator} absent`, { mode: 'complete' })).toEqual([
      value,
      'missingAttribute',
      'missingAttribute',
    ]);
    expect(answer(`missing ${operator} absent`, { mode: 'fail-fast' })).toEqual([value, 'missingAttribute']);
  });

  it('are one of AND, for the first is false', () => {
    expect(answer('missing AND absent')).toEqual([false, 'missingAttribute']);
  });
});
