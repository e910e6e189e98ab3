// The table that decides what became of a case: docs/decisions/0019-diff.md explains it. Only what was seen counts.
import type { Status } from '../../engine/judgement.js';
import type { RequirementReport } from '../types.js';
import type { Change, Standing } from './types.js';

/** What each status shows. Recorded is not judged, so it shows neither. */
const STANDINGS: Readonly<Record<Status, Standing>> = {
  pass: 'holds',
  fail: 'broken',
  timeout: 'broken',
  warn: 'broken',
  observed: 'unseen',
  'not-applicable': 'unseen',
  blocked: 'unseen',
  inconclusive: 'unseen',
  'harness-error': 'unseen',
  'not-run': 'unseen',
};

const OUTCOMES: Readonly<Record<RequirementReport['outcome'], Standing>> = {
  verified: 'holds',
  failed: 'broken',
  warned: 'broken',
  observed: 'unseen',
  open: 'unseen',
  'not-applicable': 'unseen',
};

/** From what was shown (the row) to what is. `changed` is left for those whose status is another one all the same. */
const TABLE: Readonly<Record<Standing, Readonly<Record<Standing, Change>>>> = {
  holds: { holds: 'changed', broken: 'regressed', unseen: 'lost' },
  broken: { holds: 'fixed', broken: 'changed', unseen: 'hidden' },
  unseen: { holds: 'shown', broken: 'appeared', unseen: 'changed' },
};

/** What a status shows; a report without the case shows nothing. */
export const standingOf = (status: Status | undefined): Standing =>
  status === undefined ? 'unseen' : STANDINGS[status];

/** What an outcome shows of its requirement. */
export const standingOfOutcome = (outcome: RequirementReport['outcome'] | undefined): Standing =>
  outcome === undefined ? 'unseen' : OUTCOMES[outcome];

/**
 * What became of a case from one status to another; undefined is a target that was not asked. The two are not the same. Who was not asked
 * before has lost nothing, and who is not asked any more has.
 */
export function changeOf(before: Status | undefined, after: Status | undefined): Change {
  if (before === undefined) return 'added';
  const change = TABLE[standingOf(before)][standingOf(after)];
  return change === 'changed' && after === undefined ? 'removed' : change;
}
