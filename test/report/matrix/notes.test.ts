import { describe, expect, test } from 'vitest';
import { buildMatrix } from '../../../src/report/matrix/build-matrix.js';
import { notesOf } from '../../../src/report/matrix/notes.js';
import { summaryLine } from '../../../src/report/matrix/summary-line.js';
import { excerpt, excerptNamed } from './helpers/excerpts.js';

const notes = (...reports: readonly ReturnType<typeof excerpt>[]) => {
  const matrix = buildMatrix(reports);
  return matrix.subjects.map((subject) => notesOf(subject, matrix));
};

describe('notes', () => {
  test('a whole run beside its like has none', () => {
    expect(notes(excerpt({ target: { name: 'a' } }), excerpt({ target: { name: 'b' } }))).toEqual([[], []]);
  });

  test('a filtered run, and one that ended early', () => {
    expect(
      notes(excerpt({ selection: { only: ['x'], skip: [], cases: 3, of: 9 }, run: { stopped: 'interrupted' } })),
    ).toEqual([[{ text: 'only 3 of 9 cases were asked for' }, { text: 'stopped early:', foreign: 'interrupted' }]]);
  });

  test('another suite, and another judge', () => {
    const other = excerpt({
      target: { name: 'b' },
      suite: { digest: 'f'.repeat(64), specVersion: 'main' },
      tool: { name: 'ce-conform', version: '9' },
    });
    expect(notes(excerpt({ target: { name: 'a' } }), other)[1]).toEqual([
      { text: 'suite ffffffffffff of CloudEvents main' },
      { text: 'judged by', foreign: 'ce-conform 9' },
    ]);
  });
});

test('the whole in a sentence', () => {
  const reports = [
    excerptNamed('a', { 'http.dec.pct': 'failed', 'http.dec.once': 'verified', 'core.id.opaque': 'open' }),
    excerptNamed('b', { 'http.dec.pct': 'verified', 'http.dec.once': 'verified' }),
  ];
  expect(summaryLine(buildMatrix(reports))).toBe(
    '2 subjects and 3 requirements: 1 on which they disagree, 1 kept wherever seen, 1 with nothing to compare.',
  );
});
