import { describe, expect, test } from 'vitest';
import { STATUSES } from '../../../src/engine/judgement.js';
import { outcomeMark, outcomeOf, tally } from '../../../src/site/parts/outcome.js';

describe('what several cases amount to', () => {
  test.each([
    [['pass', 'pass'], { outcome: 'verified', count: 2, of: 2 }],
    [['pass', 'fail', 'pass'], { outcome: 'failed', count: 1, of: 3 }],
    [['timeout', 'warn'], { outcome: 'failed', count: 1, of: 2 }],
    [['pass', 'blocked'], { outcome: 'open', count: 1, of: 2 }],
    [['pass', 'not-applicable', undefined], { outcome: 'verified', count: 1, of: 1 }],
    [['not-applicable', undefined], { outcome: 'not-applicable', count: 1, of: 0 }],
    [[undefined], { outcome: 'absent', count: 1, of: 0 }],
  ] as const)('%j', (statuses, expected) => {
    expect(tally(statuses)).toEqual(expected);
  });

  test('only a pass is green', () => {
    expect(STATUSES.filter((status) => outcomeOf(status) === 'verified')).toEqual(['pass']);
    expect(STATUSES.filter((status) => outcomeOf(status) === 'failed')).toEqual(['fail', 'timeout']);
  });

  test('a mark has a word for those who do not see it', () => {
    expect(outcomeMark('failed', ' 1/2').html).toBe(
      '<span class="mark outcome failed" title="failed"><span aria-hidden="true">✖</span><span class="hidden">failed</span> 1/2</span>',
    );
  });
});
