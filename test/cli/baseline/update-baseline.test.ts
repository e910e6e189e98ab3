import { describe, expect, test } from 'vitest';
import { NO_REASON } from '../../../src/cli/baseline/first-flaw.js';
import { parseBaseline } from '../../../src/cli/baseline/parse-baseline.js';
import { type UpdatedBaseline, updateBaseline } from '../../../src/cli/baseline/update-baseline.js';
import { fingerprintOf } from '../../../src/report/baseline/fingerprint.js';
import type { CaseReport } from '../../../src/report/types.js';
import { idOf, suiteOf } from '../../report/baseline/helpers/entries.js';
import { caseOf, reportOf } from '../../report/text/helpers/reports.js';
import { diagnosticOf } from '../helpers/diagnostic.js';

const suite = suiteOf(['core.a/one', 'core.b/one', 'core.c/one', 'core.d/one']);
const one = (name: string, status: CaseReport['status']): CaseReport =>
  caseOf(idOf(name), { status, message: `${name} is wrong` });
const cases = [
  one('core.a/one', 'fail'),
  one('core.b/one', 'pass'),
  one('core.c/one', 'fail'),
  one('core.d/one', 'blocked'),
];
const report = reportOf({
  verdict: 'nonconformant',
  cases,
  findings: [
    {
      id: 'f',
      title: 'Something is wrong',
      requirements: ['core.a', 'core.c'],
      cases: [idOf('core.a/one'), idOf('core.c/one')],
    },
  ],
});
const [failed] = cases;
const fingerprint = failed === undefined ? '' : fingerprintOf(failed);

const update = (text: string, of = report): UpdatedBaseline =>
  updateBaseline({ path: 'dir/known.yaml', file: 'known.yaml', text }, of, suite);

test('what holds stays as it was written, what passes goes, what is new comes with its fingerprint', () => {
  const text = `expected:
  # stays
  - case: core.a   # this too
    reason: 'it is so'
  - { case: core.b, reason: it was so }
  - { case: core.d, reason: it cannot be seen }
`;
  const updated = update(text);
  expect(updated).toMatchObject({ kept: 2, waiting: 1, expired: [] });
  expect(updated.removed.map(({ entry, why }) => [entry.case, why])).toEqual([['core.b', 'passes']]);
  expect(updated.added.map((each) => each.case)).toEqual([idOf('core.c/one')]);
  expect(updated.text).toBe(
    `${text.replace('  - { case: core.b, reason: it was so }\n', '')}
  # Something is wrong
  - case: ${idOf('core.c/one')}
    reason: ${NO_REASON}
    fingerprint: ${updated.added[0]?.fingerprint}
`,
  );
});

test('the report is weighed by the new text: nothing is new or stale, what is undecided is listed, and the verdict stays', () => {
  const { report: weighed, undecided } = update('expected:\n  - { case: core.b, reason: x }\n');
  const blocked = [idOf('core.d/one')];
  expect(undecided).toEqual(blocked);
  const listed = { new: [], stale: [], known: [idOf('core.a/one'), idOf('core.c/one')], open: [{ cases: blocked }] };
  expect(weighed).toMatchObject({ verdict: 'nonconformant', baseline: { file: 'known.yaml', exit: 0, ...listed } });
});

test('an update of an update changes nothing', () => {
  const { text } = update('# head\n');
  const again = update(text);
  expect(again).toMatchObject({ text, added: [], undecided: [], removed: [], kept: 3, waiting: 3 });
});

describe('an entry', () => {
  test('whose failure is another one goes, and the failure is new', () => {
    const updated = update('expected:\n  - { case: core.a, reason: x, fingerprint: aaaaaaaa }\n');
    expect(updated.removed.map(({ why }) => why)).toEqual(['changed']);
    expect(updated.added.map((each) => each.case)).toContain(idOf('core.a/one'));
  });

  test('that matches nothing goes', () => {
    expect(update('expected:\n  - { case: core.x, reason: x }\n').removed.map(({ why }) => why)).toEqual(['unmatched']);
  });

  test('that has expired stays, whatever it matches', () => {
    const text = `expected:
  - { case: core.a, reason: x, expires: 2020-01-01 }
  - { case: core.b, reason: x, expires: 2020-01-01 }
  - { case: core.c, reason: x, expires: 2020-01-01, fingerprint: aaaaaaaa }
`;
    const updated = update(text);
    expect(updated).toMatchObject({ kept: 3, removed: [], report: { baseline: { exit: 5 } } });
    expect(updated.expired.map(({ entry }) => entry.case)).toEqual(['core.a', 'core.b', 'core.c']);
    expect(updated.text).toContain(text);
    expect(parseBaseline(updated.text, 'FILE', { mayLackReasons: true }).entries).toHaveLength(5);
  });

  test('that is flaky stays, whether it failed or not', () => {
    const text = 'flaky:\n  - { case: core.b, reason: x }\n  - { case: core.c, reason: x }\n';
    expect(update(text)).toMatchObject({ kept: 2, removed: [], added: [{ case: idOf('core.a/one') }] });
  });

  test('of cases that did not run stays', () => {
    const part = reportOf({ cases: cases.slice(0, 1) });
    const text = `expected:\n  - { case: core.a, reason: x, fingerprint: "${fingerprint}" }\n  - { case: core.b, reason: x }\n`;
    expect(update(text, part)).toMatchObject({ text, kept: 2 });
  });
});

describe('an undecided case', () => {
  test('comes after the failures, with a reason to be written and no fingerprint', () => {
    const updated = update('expected:\n  - { case: core.a, reason: x }\n');
    expect(updated).toMatchObject({ kept: 1, waiting: 2, undecided: [idOf('core.d/one')] });
    expect(
      updated.text.endsWith(`
    fingerprint: ${updated.added[0]?.fingerprint}

  # Undecided, blocked: core.d/one is wrong
  - case: ${idOf('core.d/one')}
    reason: ${NO_REASON}
`),
    ).toBe(true);
  });

  test('that passes now goes again', () => {
    const { text } = update('');
    const fixed = reportOf({ cases: cases.map(({ id }) => caseOf(id)) });
    expect(update(text, fixed)).toMatchObject({ kept: 0, undecided: [], report: { baseline: { exit: 0 } } });
    expect(update(text, fixed).removed.map(({ entry, why }) => [entry.case, why])).toContainEqual([
      idOf('core.d/one'),
      'passes',
    ]);
  });

  test('that an expired entry names is not listed again', () => {
    const text = `expected:\n  - { case: ${idOf('core.d/one')}, reason: x, expires: 2020-01-01 }\n`;
    expect(update(text)).toMatchObject({ kept: 1, undecided: [], report: { baseline: { exit: 5 } } });
  });
});

describe('nothing is lost', () => {
  test('in a form whose entries depend on each other: that is refused', async () => {
    const text = 'expected:\n  - { case: core.b, reason: &why it was so }\n  - { case: core.a, reason: *why }\n';
    expect(await diagnosticOf(() => update(text))).toMatchObject({
      code: 'baseline.form',
      message: 'failed to update dir/known.yaml: its form does not let entries be taken out and added',
      hint: expect.stringContaining('without anchors and aliases'),
      exit: 2,
    });
  });

  test('in a document with an end: what would come behind it is refused', async () => {
    const text = 'flaky:\n  - { case: core.b, reason: x }\n...\n';
    expect((await diagnosticOf(() => update(text))).code).toBe('baseline.form');
  });
});
