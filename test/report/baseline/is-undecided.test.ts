import { expect, test } from 'vitest';
import { STATUSES } from '../../../src/engine/judgement.js';
import { isUndecided } from '../../../src/report/baseline/is-undecided.js';
import { caseOf } from '../text/helpers/reports.js';

test('of all statuses two are undecided: what did not run, or is a fault of ours, is none of them', () => {
  const undecided = STATUSES.filter((status) => isUndecided(caseOf('core.a/one', { status })));
  expect(undecided).toEqual(['blocked', 'inconclusive']);
});
