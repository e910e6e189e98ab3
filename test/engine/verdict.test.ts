import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUSES } from '../../src/engine/judgement.js';
import { exitOf, type Outcome, verdictOf } from '../../src/engine/verdict.js';

const outcome: fc.Arbitrary<Outcome> = fc.record({
  level: fc.constantFrom('must', 'should', 'may', 'info'),
  scored: fc.boolean(),
  status: fc.constantFrom(...STATUSES),
});
const outcomes = fc.array(outcome, { maxLength: 12 });
const must = (status: Outcome['status']): Outcome => ({ level: 'must', scored: true, status });

describe('verdictOf', () => {
  it('is inconclusive over nothing', () => {
    expect(verdictOf([])).toBe('inconclusive');
  });

  it.each([
    ['pass', 'conformant'],
    ['fail', 'nonconformant'],
    ['timeout', 'nonconformant'],
    ['not-applicable', 'inconclusive'],
    ['warn', 'inconclusive'],
    ['observed', 'inconclusive'],
    ['blocked', 'inconclusive'],
    ['inconclusive', 'inconclusive'],
    ['harness-error', 'inconclusive'],
    ['not-run', 'inconclusive'],
  ] as const)('one MUST case that is %s alone makes it %s', (status, verdict) => {
    expect(verdictOf([must(status)])).toBe(verdict);
  });

  it.each(STATUSES.filter((status) => !['pass', 'fail', 'timeout', 'not-applicable'].includes(status)))(
    'beside a pass, %s is not green',
    (status) => {
      expect(verdictOf([must('pass'), must(status)])).toBe('inconclusive');
    },
  );

  it('is never conformant without a MUST case of the scored specification that passed', () => {
    fc.assert(
      fc.property(outcomes, (all) => {
        if (verdictOf(all) !== 'conformant') return;
        const scored = all.filter(({ level, scored }) => level === 'must' && scored);
        expect(scored.some(({ status }) => status === 'pass')).toBe(true);
        expect(scored.every(({ status }) => status === 'pass' || status === 'not-applicable')).toBe(true);
      }),
    );
  });

  it('is nonconformant exactly when a scored MUST case failed or timed out', () => {
    fc.assert(
      fc.property(outcomes, (all) => {
        const isBroken = all.some((one) => one.level === 'must' && one.scored && /^(fail|timeout)$/.test(one.status));
        expect(verdictOf(all) === 'nonconformant').toBe(isBroken);
      }),
    );
  });

  it('depends neither on the order nor on what is no scored MUST', () => {
    fc.assert(
      fc.property(outcomes, outcomes, (all, more) => {
        const others = more.filter(({ level, scored }) => level !== 'must' || !scored);
        expect(verdictOf([...others, ...all].reverse())).toBe(verdictOf(all));
      }),
    );
  });
});

describe('exitOf', () => {
  it.each([
    ['conformant', 0],
    ['nonconformant', 1],
    ['inconclusive', 3],
  ] as const)('%s is %i', (verdict, exit) => {
    expect(exitOf(verdict)).toBe(exit);
  });
});
