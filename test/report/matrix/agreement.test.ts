import { describe, expect, test } from 'vitest';
import { AGREEMENTS, byDisagreement, standingOf } from '../../../src/report/matrix/agreement.js';
import type { CellOutcome } from '../../../src/report/matrix/types.js';

const standing = (...outcomes: readonly CellOutcome[]) => standingOf(outcomes.map((outcome) => ({ outcome })));

describe('what the cells of a requirement amount to', () => {
  test.each<[string, readonly CellOutcome[], object]>([
    ['one keeps it, one breaks it', ['verified', 'failed'], { agreement: 'differ', disagreement: 1 }],
    ['the smaller side counts', ['verified', 'failed', 'failed', 'failed'], { agreement: 'differ', disagreement: 1 }],
    ['a warning is no failure', ['warned', 'failed', 'verified', 'failed'], { agreement: 'differ', disagreement: 2 }],
    ['all fail', ['failed', 'failed'], { agreement: 'all-fail', disagreement: 0 }],
    ['one fails and nobody else was seen', ['open', 'failed', 'absent'], { agreement: 'all-fail', disagreement: 0 }],
    ['some warn', ['warned', 'verified', 'verified'], { agreement: 'warnings', disagreement: 1 }],
    ['all warn', ['warned', 'warned'], { agreement: 'warnings', disagreement: 0 }],
    ['all keep it', ['verified', 'verified', 'open'], { agreement: 'agree', disagreement: 0 }],
    ['nobody was seen', ['open', 'observed', 'not-applicable', 'absent'], { agreement: 'unseen', disagreement: 0 }],
    ['no subjects at all', [], { agreement: 'unseen', disagreement: 0 }],
  ])('%s', (_, outcomes, expected) => {
    expect(standing(...outcomes)).toEqual(expected);
  });

  test('what was not seen is no opinion', () => {
    const seen = ['verified', 'failed', 'warned'] as const;
    for (const outcome of seen) {
      for (const silent of ['open', 'observed', 'not-applicable', 'absent'] as const) {
        expect(standing(outcome, silent, silent)).toEqual(standing(outcome));
      }
    }
  });
});

describe('the order', () => {
  test('from disagreement to silence', () => {
    const rows = [
      standing('open'),
      standing('verified'),
      standing('warned'),
      standing('failed'),
      standing('failed', 'verified'),
    ];
    expect(rows.toSorted(byDisagreement).map(({ agreement }) => agreement)).toEqual(AGREEMENTS);
  });

  test('within a standing, those first that split the subjects most evenly', () => {
    const [even, uneven] = [
      standing('failed', 'failed', 'verified', 'verified'),
      standing('failed', 'verified', 'verified', 'verified'),
    ];
    expect([uneven, even].toSorted(byDisagreement)).toEqual([even, uneven]);
  });

  test('equal ones keep theirs', () => {
    const rows = [1, 2, 3].map((place) => ({ place, ...standing('failed', 'verified') }));
    expect(rows.toSorted(byDisagreement)).toEqual(rows);
  });
});
