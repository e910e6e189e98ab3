import { describe, expect, test } from 'vitest';
import { type ListLines, lineAt, listLines } from '../../../src/cli/baseline/list-lines.js';
import { parseBaseline } from '../../../src/cli/baseline/parse-baseline.js';

const find = (text: string, list: 'expected' | 'flaky' = 'expected'): ListLines =>
  listLines(text, parseBaseline(text, 'FILE').document, list);

/** The lines of each entry, with those above it in brackets. */
function shown(text: string, list: 'expected' | 'flaky' = 'expected'): readonly string[] {
  const place = find(text, list);
  if (place.kind !== 'block') throw new Error(place.kind);
  const lines = text.split('\n');
  return place.entries.map(
    ({ lead, start, end }) => `[${lines.slice(lead, start).join('|')}]${lines.slice(start, end).join('|')}`,
  );
}

describe('the lines of an entry', () => {
  test('end before the next dash, and comments above it belong to it', () => {
    const text = [
      'expected:',
      '  # about a',
      '  - case: a',
      '    reason: x # beside',
      '    # in a',
      '  # about b,',
      '  # in two lines',
      '  - case: b',
      '    reason: x',
      '',
      '  - { case: c, reason: x }',
      '  # behind all',
      '# about flaky',
      'flaky:',
      '  - case: d',
      '    reason: x',
    ].join('\n');
    expect(shown(text)).toEqual([
      '[  # about a]  - case: a|    reason: x # beside|    # in a',
      '[  # about b,|  # in two lines]  - case: b|    reason: x',
      '[]  - { case: c, reason: x }',
    ]);
    expect(shown(text, 'flaky')).toEqual(['[]  - case: d|    reason: x']);
  });

  test('hold texts of several lines, with what looks like comments and entries', () => {
    const text = [
      'expected:',
      '  - case: a',
      '    reason: |',
      '      # no comment',
      '',
      '      - no entry',
      '  - case: b',
      '    reason: "in',
      '      two lines"',
      '',
    ].join('\n');
    expect(shown(text)).toEqual([
      '[]  - case: a|    reason: ||      # no comment||      - no entry',
      '[]  - case: b|    reason: "in|      two lines"',
    ]);
  });

  test('may begin at the left edge', () => {
    expect(shown('expected:\n- case: a\n  reason: x\n# about b\n- case: b\n  reason: x\nflaky: []\n')).toEqual([
      '[]- case: a|  reason: x',
      '[# about b]- case: b|  reason: x',
    ]);
  });

  test('leave a heading alone that stands above a blank line', () => {
    const text = 'expected:\n  # heading\n\n  # about a\n  - { case: a, reason: x }\n';
    expect(shown(text)).toEqual(['[|  # about a]  - { case: a, reason: x }']);
  });

  test('may end in a carriage return', () => {
    expect(shown('expected:\r\n  - case: a\r\n    reason: x\r\n\r\n  - case: b\r\n    reason: x\r\n')).toEqual([
      '[]  - case: a\r|    reason: x\r',
      '[\r]  - case: b\r|    reason: x\r',
    ]);
  });
});

describe('a list', () => {
  test.each(['', '# nothing\n', 'flaky: []\n'])('is absent in %j', (text) => {
    expect(find(text)).toEqual({ kind: 'absent' });
  });

  test.each([
    ['expected:\n', ''],
    ['expected: []\n', '[]'],
    ['expected: ~ # none\n', '~'],
    ['expected:\n  [\n  ]\n', '[\n  ]'],
  ])('is empty in %j', (text, value) => {
    const place = find(text);
    expect(place.kind).toBe('empty');
    expect(place.kind === 'empty' && text.slice(place.from, place.to)).toBe(value);
  });

  test.each(['expected: [{ case: a, reason: x }]\n', '{ expected: [] }\n', '{}\n'])('is in brackets in %j', (text) => {
    expect(find(text).kind).toBe('bracketed');
  });

  test('is in brackets where it is an alias', () => {
    expect(find('expected: &list []\nflaky: *list\n', 'flaky').kind).toBe('bracketed');
  });
});

test('lines are counted from 0', () => {
  expect([0, 1, 2, 3].map((offset) => lineAt('a\nb\n', offset))).toEqual([0, 0, 1, 1]);
});
