// The table of docs/decisions/0019-diff.md and docs/diff.md, in full: every status before against every status after.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { STATUSES, type Status } from '../../../src/engine/judgement.js';
import { packageRoot } from '../../../src/engine/package-root.js';
import { changeOf, standingOf, standingOfOutcome } from '../../../src/report/diff/transition.js';

const UNSEEN = ['observed', 'not-applicable', 'blocked', 'inconclusive', 'harness-error', 'not-run'] as const;
const BROKEN = ['fail', 'timeout', 'warn'] as const;

test('a status shows that a rule holds, that it is broken, or nothing', () => {
  const shown = (standing: string): readonly Status[] => STATUSES.filter((status) => standingOf(status) === standing);
  expect(shown('holds')).toEqual(['pass']);
  expect(shown('broken').toSorted()).toEqual(BROKEN.toSorted());
  expect(shown('unseen').toSorted()).toEqual(UNSEEN.toSorted());
  expect(standingOf(undefined)).toBe('unseen');
});

test('an outcome shows as much of its requirement', () => {
  const outcomes = ['verified', 'failed', 'warned', 'observed', 'open', 'not-applicable', undefined] as const;
  expect(outcomes.map(standingOfOutcome)).toEqual([
    'holds',
    'broken',
    'broken',
    'unseen',
    'unseen',
    'unseen',
    'unseen',
  ]);
});

describe('what became of a case', () => {
  test.each(BROKEN)('pass and %s', (status) => {
    expect([changeOf('pass', status), changeOf(status, 'pass')]).toEqual(['regressed', 'fixed']);
  });

  test.each(UNSEEN)('pass and %s', (status) => {
    expect([changeOf('pass', status), changeOf(status, 'pass')]).toEqual(['lost', 'shown']);
  });

  test.each(BROKEN.flatMap((broken) => UNSEEN.map((unseen) => [broken, unseen] as const)))(
    '%s and %s',
    (broken, unseen) => {
      expect([changeOf(broken, unseen), changeOf(unseen, broken)]).toEqual(['hidden', 'appeared']);
    },
  );

  test('another status of the same kind is a change and nothing more', () => {
    for (const kind of [BROKEN, UNSEEN])
      for (const before of kind)
        for (const after of kind) if (before !== after) expect(changeOf(before, after)).toBe('changed');
  });

  test('who was not asked before has lost nothing, and who is not asked any more has', () => {
    for (const status of STATUSES) expect(changeOf(undefined, status)).toBe('added');
    expect(changeOf('pass', undefined)).toBe('lost');
    for (const status of BROKEN) expect(changeOf(status, undefined)).toBe('hidden');
    for (const status of UNSEEN) expect(changeOf(status, undefined)).toBe('removed');
  });
});

test.each(['docs/diff.md', 'docs/decisions/0019-diff.md'])('%s shows this table', (page) => {
  const text = readFileSync(join(packageRoot(), page), 'utf8');
  const rows = [...text.matchAll(/^\| \*\*(holds|broken|unseen)\*\* \|(.+)\|$/gm)].map(
    ([, before = '', cells = '']) => [before, ...cells.split('|').map((cell) => /`(\w+)`/.exec(cell)?.[1] ?? '')],
  );
  const one = { holds: 'pass', broken: 'fail', unseen: 'blocked' } as const;
  const other = { holds: 'pass', broken: 'timeout', unseen: 'inconclusive' } as const;
  const kinds = ['holds', 'broken', 'unseen'] as const;
  expect(rows).toEqual(
    kinds.map((before) => [
      before,
      ...kinds.map((after) => (before === 'holds' && after === 'holds' ? '' : changeOf(one[before], other[after]))),
    ]),
  );
});
