// What a run says about one entry of a baseline.
import type { Status } from '../../engine/judgement.js';
import { count } from '../text/layout.js';
import type { CaseReport } from '../types.js';
import { fingerprintOf } from './fingerprint.js';
import { isFailure } from './is-failure.js';
import { isUndecided } from './is-undecided.js';
import type { Entry, Weighed } from './types.js';

/** What an entry is weighed by. */
export interface Scales {
  /** How many cases of the suite its glob matches. */
  readonly matched: number;
  /** Those of them that were part of the run. */
  readonly ran: readonly CaseReport[];
  /** An ISO date. */
  readonly today: string;
}

/** Statuses that say neither that a rule is kept nor that it is broken, and never will for this target. */
const BESIDE: ReadonlySet<Status> = new Set(['observed', 'not-applicable']);

export function weigh(entry: Entry, { matched, ran, today }: Scales): Weighed {
  if (matched === 0) return stale('unmatched', unmatched(entry), []);
  const failures = ran.filter(isFailure);
  const expected = failures.filter(
    (one) => entry.fingerprint === undefined || entry.fingerprint === fingerprintOf(one),
  );
  const cases = expected.map(({ id }) => id);
  if (entry.expires !== undefined && entry.expires <= today) return stale('expired', expired(entry, cases), cases);
  if (cases.length > 0) return { kind: 'confirmed', cases };
  if (entry.list === 'flaky') return { kind: 'quiet' };
  const [other] = failures;
  if (other !== undefined) return stale('changed', changed(entry, other), []);
  const outcome = withoutFailure(ran, matched);
  return outcome.kind === 'open' ? { ...outcome, cases: ran.filter(isUndecided).map(({ id }) => id) } : outcome;
}

const stale = (
  why: Extract<Weighed, { kind: 'stale' }>['why'],
  message: string,
  cases: readonly string[],
): Weighed => ({ kind: 'stale', why, message, cases });

const unmatched = ({ meant }: Entry): string =>
  `the suite has no such case${meant === undefined ? '' : `; did you mean ${meant}?`}`;

const expired = ({ expires }: Entry, cases: readonly string[]): string =>
  `expired on ${expires}, and ${cases.length === 0 ? 'what it names did not fail' : `${count(cases.length, 'case')} of it still ${cases.length === 1 ? 'fails' : 'fail'}`}`;

const changed = ({ fingerprint }: Entry, other: CaseReport): string =>
  `the failure is another one: the fingerprint of ${other.id} is ${fingerprintOf(other)}, not ${fingerprint}`;

function withoutFailure(ran: readonly CaseReport[], matched: number): Weighed {
  if (ran.length === 0) return open(`${none(matched)} part of this run`);
  if (ran.some(({ status }) => status === 'warn')) {
    return open('what it names is weaker than a MUST: it warns, and needs no entry');
  }
  const [first, ...rest] = ran.filter(({ status }) => !BESIDE.has(status));
  if (first === undefined) return open(beside(ran));
  const undecided = [first, ...rest].filter(({ status }) => status !== 'pass');
  const [example] = undecided;
  if (example !== undefined) {
    const reason = example.message === undefined ? '' : ` (${example.message})`;
    return open(`${undecided.length} of ${count(ran.length, 'case')} could not be decided: ${example.status}${reason}`);
  }
  if (ran.length < matched) return open(`what ran of it passes, but only ${ran.length} of ${matched} cases ran`);
  return stale('passes', passes(1 + rest.length), []);
}

const open = (message: string): Weighed => ({ kind: 'open', message, cases: [] });

const none = (matched: number): string => (matched === 1 ? 'its case was no' : `none of its ${matched} cases was`);

function beside(ran: readonly CaseReport[]): string {
  const reason = ran.find(({ status }) => status === 'not-applicable')?.message;
  return reason === undefined
    ? 'what it names is recorded, and breaks no rule either way'
    : `not applicable: ${reason}`;
}

const passes = (cases: number): string => (cases === 1 ? 'its case passes now' : `all ${cases} cases of it pass now`);
