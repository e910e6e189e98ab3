import { expect, test } from 'vitest';
import { describeUpdate } from '../../../src/cli/baseline/describe-update.js';
import { reportOf } from '../../report/text/helpers/reports.js';

const entry = (glob: string, line: number) =>
  ({ list: 'expected', case: glob, line, reason: 'it\u001b was so' }) as const;
const baseline = { file: 'x', exit: 0, known: [], new: [], flaky: [], confirmed: [], stale: [], open: [] } as const;
const report = { ...reportOf(), baseline };

test('nothing goes or comes in silence, and no control reaches the terminal', () => {
  expect(
    describeUpdate('dir/known.yaml', {
      text: '',
      report,
      added: [{ case: 'core.a/one@x', fingerprint: '0a1b2c3d' }],
      undecided: ['core.d/one@x', 'core.d/two@x'],
      removed: [{ entry: entry('core.b', 7), why: 'passes', message: 'its case passes now', cases: [] }],
      expired: [{ entry: entry('core.c', 9), why: 'expired', message: 'expired on 2020-01-01', cases: [] }],
      kept: 4,
      waiting: 1,
    }),
  ).toEqual([
    'dir/known.yaml: 3 added, 2 of them undecided, 4 kept, 1 removed',
    '  added    core.a/one@x (fingerprint 0a1b2c3d)',
    '  added    core.d/one@x (undecided)',
    '  added    core.d/two@x (undecided)',
    '  removed  core.b, line 7 before: its case passes now; its reason was: it\\u{1b} was so',
    '  kept     core.c, though it expired on 2020-01-01',
    '1 entry has no reason yet: write it in place of WRITE WHY THIS FAILS, or the file is refused',
  ]);
});

test('where nothing changes, one line says so', () => {
  expect(
    describeUpdate('k', { text: '', report, added: [], undecided: [], removed: [], expired: [], kept: 2, waiting: 0 }),
  ).toEqual(['k: 0 added, 2 kept, 0 removed']);
});
