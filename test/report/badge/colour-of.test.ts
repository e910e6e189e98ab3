import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { colourOf } from '../../../src/report/badge/colour-of.js';
import { faceOf } from '../../../src/report/badge/face-of.js';
import { type Claim, COLOURS, GREEN } from '../../../src/report/badge/types.js';
import { anyReport } from './helpers/any-report.js';

const sound: Claim = {
  verdict: 'conformant',
  requirements: { applicable: 3, verified: 3, failed: 0 },
  harnessErrors: 0,
};

test('green is what is conformant as a whole', () => {
  expect(colourOf(sound)).toBe('brightgreen');
  expect(colourOf({ ...sound, captured: 2 })).toBe('brightgreen');
});

test.each<[string, Partial<Claim>, string]>([
  ['nonconformant', { verdict: 'nonconformant' }, 'red'],
  ['nonconformant in a part', { verdict: 'nonconformant', part: { cases: 1, of: 2 } }, 'red'],
  ['nonconformant and stopped', { verdict: 'nonconformant', stopped: true }, 'red'],
  ['inconclusive', { verdict: 'inconclusive' }, 'lightgrey'],
  ['with a fault of ours', { harnessErrors: 1 }, 'lightgrey'],
  ['stopped', { stopped: true }, 'lightgrey'],
  ['a part', { part: { cases: 1, of: 2 } }, 'blue'],
  ['a part, stopped', { part: { cases: 1, of: 2 }, stopped: true }, 'lightgrey'],
  ['over nothing', { requirements: { applicable: 0, verified: 0, failed: 0 } }, 'lightgrey'],
  ['over less than applies', { requirements: { applicable: 3, verified: 2, failed: 0 } }, 'lightgrey'],
  ['with a failure', { requirements: { applicable: 3, verified: 3, failed: 1 } }, 'lightgrey'],
])('%s is not green', (_, change, colour) => {
  expect(colourOf({ ...sound, ...change })).toBe(colour);
});

/** Every claim over small numbers, those that no run would make included. */
function* claims(): Generator<Claim> {
  const counts = [0, 1, 2];
  for (const verdict of ['conformant', 'nonconformant', 'inconclusive'] as const)
    for (const applicable of counts)
      for (const verified of counts)
        for (const failed of counts)
          for (const harnessErrors of counts)
            for (const rest of [{}, { stopped: true }, { part: { cases: 1, of: 1 } }, { captured: 1 }] as const)
              yield { verdict, requirements: { applicable, verified, failed }, harnessErrors, ...rest };
}

describe('whatever a report says', () => {
  test('a green badge has a conformant verdict, every requirement verified, and no reservation', () => {
    const green = [...claims()].filter((claim) => colourOf(claim) === GREEN);
    const allowed = [1, 2].flatMap((applicable) =>
      [{}, { captured: 1 }].map((rest) => ({
        verdict: 'conformant',
        requirements: { applicable, verified: applicable, failed: 0 },
        harnessErrors: 0,
        ...rest,
      })),
    );
    expect(green).toEqual(allowed);
    expect(new Set([...claims()].map(colourOf))).toEqual(new Set(COLOURS));
  });

  test('no badge of a run or of a profile is green unless its own verdict is conformant', () => {
    let green = 0;
    fc.assert(
      fc.property(anyReport, (report) => {
        const subjects = [{ id: undefined, verdict: report.verdict }, ...report.profiles];
        for (const { id, verdict } of subjects) {
          if (faceOf(report, id).color !== GREEN) continue;
          green += 1;
          expect(verdict).toBe('conformant');
          expect(report).not.toHaveProperty('selection');
          expect(report.run).not.toHaveProperty('stopped');
        }
      }),
      { numRuns: 500 },
    );
    // Or nothing was shown.
    expect(green).toBeGreaterThan(0);
  });
});
