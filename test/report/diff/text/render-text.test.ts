import { describe, expect, test } from 'vitest';
import { type DiffTextOptions, renderDiffText } from '../../../../src/report/diff/text/render-text.js';
import { isSafe } from '../../../../src/report/text/safe.js';
import { diffOfCases } from '../helpers/diffs.js';
import { hostileDiff, sample } from '../helpers/samples.js';

const PLAIN: DiffTextOptions = { colors: false, columns: 100 };

test('a diff as a whole', () => {
  expect(renderDiffText(sample(), PLAIN)).toMatchInlineSnapshot(`
    "ce-conform diff

      old        sdk 1.0.0: conformant, 9 cases, CloudEvents 1.0.2, ce-conform 1.2.3, 2026-01-01
      new        sdk 2.0.0: nonconformant, 9 cases, CloudEvents 1.0.2, ce-conform 1.2.3, 2026-01-01
      note       the suites differ, so a case may have changed rather than the target: abc → def
      withdrawn  decode:http-batch

    Regressed: 2 cases of 1 requirement
    (a rule that was seen to hold is seen to be broken)
      ✖ http.dec.once MUST, 2 cases: pass → fail (1), pass → timeout (1); the requirement: verified →
        failed
        http.dec.once/a@http-binary: id is missing

    Regressed, and so did the case: 1 case of 1 requirement
    (it passed and does not pass now, but the case itself is another one: the suite may be the cause)
      ○ core.type.str MUST, 1 case: pass → fail; the case changed too (level)
        core.type.str/a@http-binary: another value

    No longer shown: 1 case of 1 requirement
    (it was seen to hold, and nothing shows now that it does)
      ○ core.id.empty MUST, 1 case: pass → not-applicable
        core.id.empty/a@http-binary: decode:http-batch is not claimed

    Newly seen to break: 1 case of 1 requirement
    (it is broken, and the old report did not show whether it was)
      ✖ core.type.bool MUST, 1 case: blocked → fail
        core.type.bool/a@http-binary: no Boolean

    Worse where no MUST is at stake: 1 case of 1 requirement
    (it passed and does not now, which decides no verdict)
      ! core.name.max20 SHOULD, 1 case: pass → warn

    Broken in cases that are new: 1 case of 1 requirement
    (the old report was not asked this)
      ! core.source.empty MUST, 1 case: not in the suite → fail

    Fixed: 1 case of 1 requirement
    (it was seen to be broken, and is seen to hold)
      ✔ http.dec.pct MUST, 1 case: fail → pass; the requirement: failed → verified

    No longer seen to break: 1 case of 1 requirement
    (it was broken, and nothing shows now that it is fixed)
      ○ core.type.int MUST, 1 case: fail → blocked

    Removed: 1 case of 1 requirement
    (the new report has no such case)
      · core.subject.empty MUST, 1 case: pass → not in the suite

    Causes of failures and warnings
      new: 1
        ✖ id is lost (2 cases, all of which held before)
      gone: 1
        ✔ Header values are not decoded (1 case, all of which hold now)

    Profiles  http-receiver  not judged → nonconformant 1/5, 2 failed

    Outcome   Regression: 2 cases of 1 MUST requirement were seen to hold, and seen to be broken now.
              8 cases are in both reports; 0 of them have the same status.
    "
  `);
});

test('nothing changed', () => {
  const { outcome, ...rest } = diffOfCases({ 'a.b.c/x@http-binary': 'pass' }, { 'a.b.c/x@http-binary': 'pass' });
  expect(renderDiffText({ outcome, ...rest }, PLAIN)).toMatch(
    /\nOutcome {3}No regression\.\n {10}1 case is in both reports; 1 of them has the same status\.\n$/,
  );
});

test('long lists are cut, but not those that need action, and --verbose tells all', () => {
  const cases = (status: 'pass' | 'fail') =>
    Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`core.x.${index}/a@http-binary`, status] as const));
  const [worse, better] = [diffOfCases(cases('pass'), cases('fail')), diffOfCases(cases('fail'), cases('pass'))];
  expect(renderDiffText(worse, PLAIN)).toContain('core.x.29');
  expect(renderDiffText(better, PLAIN)).toContain('  and 18 more requirements; --verbose tells them all\n');
  expect(renderDiffText(better, PLAIN)).not.toContain('core.x.29');
  expect(renderDiffText(better, { ...PLAIN, verbose: true })).toContain('core.x.29');
});

describe('hostile text', () => {
  const text = renderDiffText(hostileDiff(), PLAIN);

  test('moves no cursor and hides nothing', () => {
    expect([...text].filter((character) => character !== '\n' && !isSafe(character))).toEqual([]);
  });

  test('is no line of its own, and no line is wider than the terminal', () => {
    expect(text.split('\n').filter((line) => /^# heading/.test(line))).toEqual([]);
    expect(text.split('\n').filter((line) => [...line].length > 100)).toEqual([]);
  });
});

test('colours are added to the same text', () => {
  const coloured = renderDiffText(sample(), { ...PLAIN, colors: true });
  expect(coloured).toContain('\u001b[31m');
  expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(renderDiffText(sample(), PLAIN));
});
