import { expect, test } from 'vitest';
import { mustsOf } from '../../../src/site/data/musts-of.js';
import { requirementOf } from '../../report/text/helpers/reports.js';

test('only MUST requirements that are scored and apply are counted', () => {
  expect(
    mustsOf([
      requirementOf('a.a', { outcome: 'verified' }),
      requirementOf('a.b', { outcome: 'failed' }),
      requirementOf('a.c', { outcome: 'open' }),
      requirementOf('a.d', { outcome: 'not-applicable' }),
      requirementOf('a.e', { outcome: 'verified', unscored: true }),
      requirementOf('a.f', { outcome: 'warned', level: 'should' }),
    ]),
  ).toEqual({ applicable: 3, verified: 1, failed: 1 });
});
