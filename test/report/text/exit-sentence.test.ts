import { expect, test } from 'vitest';
import type { BaselineReport } from '../../../src/report/baseline/types.js';
import { exitSentence } from '../../../src/report/text/exit-sentence.js';
import { NO_ENTRIES } from '../baseline/helpers/no-entries.js';
import { caseOf } from './helpers/reports.js';

const entry = { list: 'expected', case: 'core.a', line: 1, reason: 'x' } as const;
const stale = { entry, why: 'passes', message: 'its case passes now', cases: [] } as const;
const open = (...cases: readonly string[]) => ({ entry, message: 'not decided', cases });
const failure = { case: 'core.a/one@x', fingerprint: '0a1b2c3d' };

test.each<readonly [string, Partial<BaselineReport>]>([
  ['nothing failed that known.yaml does not list.', { exit: 0 }],
  ['1 known failure, none new, as known.yaml says; the verdict stays as it is.', { exit: 0, known: ['a'] }],
  ['2 known failures, none new, as known.yaml says; the verdict stays as it is.', { exit: 0, known: ['a', 'b'] }],
  ['nothing failed that known.yaml does not list.', { exit: 0, open: [open()] }],
  [
    '1 undecided case, none new, as known.yaml says; the verdict stays as it is.',
    { exit: 0, open: [open('a'), open('a')] },
  ],
  [
    '1 known failure and 2 undecided cases, none new, as known.yaml says; the verdict stays as it is.',
    { exit: 0, known: ['a'], open: [open('b', 'c')] },
  ],
  ['1 new failure that known.yaml does not list.', { exit: 1, new: [failure] }],
  [
    '2 new failures that known.yaml does not list, and 1 of its entries is stale.',
    { exit: 1, new: [failure, failure], stale: [stale] },
  ],
  [
    '1 new failure that known.yaml does not list, and 2 of its entries are stale.',
    { exit: 1, new: [failure], stale: [stale, stale] },
  ],
  ['no failure is new, but 1 entry of known.yaml is stale.', { exit: 5, stale: [stale] }],
  ['no failure is new, but 2 entries of known.yaml are stale.', { exit: 5, stale: [stale, stale] }],
  ['no failure is new, but not everything that known.yaml does not list was decided.', { exit: 3 }],
  ['a fault of the harness may hide a failure.', { exit: 4, new: [failure] }],
])('%s', (sentence, change) => {
  expect(exitSentence({ ...NO_ENTRIES, ...change }, [])).toBe(sentence);
});

test('the name of a file is foreign text', () => {
  expect(exitSentence({ ...NO_ENTRIES, file: '\u001b[31m' }, [])).toContain('\\u{1b}[31m');
});

test('what was not decided is told by an example, of the cases that count and are not listed', () => {
  const undecided = { status: 'inconclusive', message: 'nothing shows it\u001b' } as const;
  const cases = [
    caseOf('core.a/one@x', undecided),
    caseOf('core.b/one@x', { ...undecided, level: 'should' }),
    caseOf('core.c/one@x', { ...undecided, uncounted: true }),
    caseOf('core.d/one@x', { ...undecided, unscored: true }),
    caseOf('core.e/one@x', { status: 'blocked' }),
    caseOf('core.f/one@x', undecided),
    caseOf('core.g/one@x', { status: 'not-run' }),
  ];
  expect(exitSentence({ ...NO_ENTRIES, exit: 3, flaky: ['core.a/one@x'] }, cases)).toBe(
    'no failure is new, but 2 cases that known.yaml does not list could not be decided, such as core.f/one@x (nothing shows it\\u{1b}).',
  );
  expect(exitSentence({ ...NO_ENTRIES, exit: 3, open: [open('core.a/one@x', 'core.f/one@x')] }, cases)).toContain(
    '1 case that known.yaml does not list could not be decided, such as core.g/one@x.',
  );
  expect(exitSentence({ ...NO_ENTRIES, exit: 3 }, cases.slice(6))).toContain(
    '1 case that known.yaml does not list could not',
  );
});
