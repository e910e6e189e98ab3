// What stands for an outcome or a verdict: a mark and words, so that nothing depends on colour.
import type { Status } from '../../engine/judgement.js';
import type { Verdict } from '../../engine/verdict.js';
import { MARKS, type Outcome } from '../text/style.js';

/** In the order of a legend and of every count. */
export const OUTCOMES: readonly Outcome[] = ['verified', 'failed', 'warned', 'open', 'observed', 'not-applicable'];

/** How counts name the outcomes. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  verified: 'verified',
  failed: 'failed',
  warned: 'warned',
  open: 'not decided',
  observed: 'recorded',
  'not-applicable': 'not applicable',
};

export const VERDICT_MARKS: Readonly<Record<Verdict, string>> = {
  conformant: MARKS.verified,
  nonconformant: MARKS.failed,
  inconclusive: MARKS.open,
};

/** What each status of a case means. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  pass: 'the rule held',
  fail: 'the rule did not hold',
  warn: 'a rule weaker than MUST did not hold',
  observed: 'recorded: the text prescribes nothing here',
  'not-applicable': 'the target does not claim it',
  blocked: 'what it rests on did not hold, so it says nothing about its own rule',
  inconclusive: 'the target did not show enough',
  timeout: 'no answer in time',
  'harness-error': 'a fault of the harness',
  'not-run': 'not reached',
};

/** The outcome whose look a status has. */
export const STATUS_LOOKS: Readonly<Record<Status, Outcome>> = {
  pass: 'verified',
  fail: 'failed',
  warn: 'warned',
  observed: 'observed',
  'not-applicable': 'not-applicable',
  blocked: 'open',
  inconclusive: 'open',
  timeout: 'failed',
  'harness-error': 'failed',
  'not-run': 'open',
};
