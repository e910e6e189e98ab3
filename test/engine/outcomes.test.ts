import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allClaims } from '../../src/engine/claims.js';
import { STATUSES, type Status } from '../../src/engine/judgement.js';
import { profileOutcome, requirementOutcomes, runVerdict, verdictOfResults } from '../../src/engine/outcomes.js';
import type { Result } from '../../src/engine/run.js';
import type { Profile } from '../../src/engine/suite.js';
import { named, tinyCases, vector } from './tiny-suite.js';

const cases = tinyCases(
  [
    vector('core.a/one'),
    vector('core.a/two'),
    vector('core.b/one'),
    vector('core.s/one'),
    vector('core.i/one'),
    vector('core.m/one'),
    vector('core.a/weak', { level: 'should' }),
  ],
  {
    'core.s': { level: 'should' },
    'core.i': { level: 'info', code: 'free' },
    'core.m': { since: 'main' },
    'core.b': { needs: ['status'] },
  },
);
const result = (name: string, status: Status, message?: string): Result => ({
  item: named(cases, `${name}@http-structured`),
  judgement: { status, ...(message === undefined ? {} : { message }) },
});
const SCORED = { spec: '1.0.2', claims: allClaims('http') } as const;
const everything: Profile = {
  id: 'all',
  title: '',
  tasks: ['decode'],
  needs: 'event',
  reveal: '',
  includes: () => true,
};
const bare: Profile = { ...everything, id: 'bare', needs: 'status', includes: ({ needs }) => needs === 'status' };

describe('requirementOutcomes', () => {
  it.each([
    [['pass', 'pass'], 'verified'],
    [['pass', 'not-applicable'], 'verified'],
    [['pass', 'observed'], 'verified'],
    [['pass', 'fail'], 'failed'],
    [['blocked', 'timeout'], 'failed'],
    [['pass', 'blocked'], 'open'],
    [['pass', 'inconclusive'], 'open'],
    [['warn', 'not-run'], 'open'],
    [['pass', 'harness-error'], 'open'],
    [['pass', 'warn'], 'warned'],
    [['observed', 'observed'], 'observed'],
    [['not-applicable', 'not-applicable'], 'not-applicable'],
  ] as const)('%j is %s', ([one, two], outcome) => {
    const outcomes = requirementOutcomes([result('core.a/one', one), result('core.a/two', two)], '1.0.2');
    expect(outcomes).toMatchObject([{ requirement: { id: 'core.a' }, outcome, cases: 2 }]);
  });

  it('never verifies a requirement without a pass, or with anything unseen', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATUSES), fc.constantFrom(...STATUSES), (one, two) => {
        const [outcome] = requirementOutcomes([result('core.a/one', one), result('core.a/two', two)], '1.0.2');
        if (outcome?.outcome !== 'verified') return;
        expect([one, two]).toContain('pass');
        for (const status of [one, two]) expect(['pass', 'observed', 'not-applicable']).toContain(status);
      }),
    );
  });

  it('says why a requirement is open', () => {
    const [open] = requirementOutcomes(
      [result('core.a/one', 'pass', 'no'), result('core.a/two', 'blocked', 'because')],
      '1.0.2',
    );
    expect(open?.reason).toBe('because');
    const [failed] = requirementOutcomes(
      [result('core.a/one', 'fail', 'no'), result('core.a/two', 'blocked', 'b')],
      '1.0.2',
    );
    expect(failed).not.toHaveProperty('reason');
  });
});

describe('profileOutcome', () => {
  it('counts MUST requirements of the scored specification only', () => {
    const results = [
      result('core.a/one', 'pass'),
      result('core.b/one', 'fail'),
      result('core.s/one', 'pass'),
      result('core.i/one', 'observed'),
      result('core.m/one', 'observed'),
    ];
    expect(profileOutcome(everything, results, SCORED)).toMatchObject({
      verdict: 'nonconformant',
      requirements: { applicable: 2, verified: 1, failed: 1 },
    });
  });

  it('leaves out what does not apply', () => {
    const outcome = profileOutcome(
      everything,
      [result('core.a/one', 'pass'), result('core.b/one', 'not-applicable')],
      SCORED,
    );
    expect(outcome).toMatchObject({ verdict: 'conformant', requirements: { applicable: 1, verified: 1, failed: 0 } });
  });

  it('never fails over a variant that is only recommended', () => {
    const outcome = profileOutcome(everything, [result('core.a/one', 'pass'), result('core.a/weak', 'warn')], SCORED);
    expect(outcome).toMatchObject({ verdict: 'conformant', requirements: { failed: 0 } });
  });

  it('is not conformant where nothing of it ran', () => {
    expect(profileOutcome(bare, [result('core.a/one', 'pass')], SCORED).verdict).toBe('inconclusive');
  });
});

describe('runVerdict', () => {
  it('is over everything in one of the profiles, counted once', () => {
    const results = [result('core.a/one', 'inconclusive'), result('core.b/one', 'pass')];
    const [wide, narrow] = [everything, bare].map((profile) => profileOutcome(profile, results, SCORED));
    if (wide === undefined || narrow === undefined) throw new Error('two profiles');
    expect(runVerdict([narrow], '1.0.2')).toBe('conformant');
    expect(runVerdict([narrow, wide], '1.0.2')).toBe('inconclusive');
    expect(runVerdict([], '1.0.2')).toBe('inconclusive');
  });

  it('depends on the version that is scored', () => {
    const results = [result('core.a/one', 'pass'), result('core.m/one', 'fail')];
    expect(verdictOfResults(results, '1.0.2')).toBe('conformant');
    expect(verdictOfResults(results, 'main')).toBe('nonconformant');
  });

  it('is conformant only if each profile of a run that has MUST cases is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATUSES), fc.constantFrom(...STATUSES), (one, two) => {
        const results = [result('core.a/one', one), result('core.b/one', two)];
        const profiles = [everything, bare].map((profile) => profileOutcome(profile, results, SCORED));
        if (runVerdict(profiles, '1.0.2') !== 'conformant') return;
        expect(profiles.every(({ verdict }) => verdict !== 'nonconformant')).toBe(true);
        expect(profiles[0]?.verdict).toBe('conformant');
      }),
    );
  });
});
