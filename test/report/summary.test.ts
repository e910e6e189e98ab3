import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUSES } from '../../src/engine/judgement.js';
import { SUMMARY_KEYS, summaryOf } from '../../src/report/summary.js';

describe('summaryOf', () => {
  it('is zero everywhere for nothing', () => {
    expect(new Set(Object.values(summaryOf([])))).toEqual(new Set([0]));
    expect(Object.keys(summaryOf([]))).toHaveLength(STATUSES.length);
  });

  it('has a place of its own for every status', () => {
    expect(new Set(STATUSES.map((status) => SUMMARY_KEYS[status])).size).toBe(STATUSES.length);
    for (const status of STATUSES) expect(summaryOf([status, status])).toMatchObject({ [SUMMARY_KEYS[status]]: 2 });
  });

  it('adds up, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STATUSES)), (statuses) => {
        const summary = summaryOf(statuses);
        expect(Object.values(summary).reduce((sum, count) => sum + count, 0)).toBe(statuses.length);
        expect(summaryOf(statuses.toReversed())).toEqual(summary);
      }),
    );
  });

  it('of two lists is the sum of both', () => {
    const list = fc.array(fc.constantFrom(...STATUSES));
    fc.assert(
      fc.property(list, list, (one, two) => {
        const [a, b, both] = [summaryOf(one), summaryOf(two), summaryOf([...one, ...two])];
        for (const key of Object.values(SUMMARY_KEYS)) expect(both[key]).toBe(a[key] + b[key]);
      }),
    );
  });
});
