import type { Status } from '../engine/judgement.js';
import type { Summary } from './types.js';

/** The name of each status in a summary. */
export const SUMMARY_KEYS: Readonly<Record<Status, keyof Summary>> = {
  pass: 'pass',
  fail: 'fail',
  warn: 'warn',
  observed: 'observed',
  'not-applicable': 'notApplicable',
  blocked: 'blocked',
  inconclusive: 'inconclusive',
  timeout: 'timeout',
  'harness-error': 'harnessError',
  'not-run': 'notRun',
};

/** How many there are of each status. */
export function summaryOf(statuses: readonly Status[]): Summary {
  const counts = {
    pass: 0,
    fail: 0,
    warn: 0,
    observed: 0,
    notApplicable: 0,
    blocked: 0,
    inconclusive: 0,
    timeout: 0,
    harnessError: 0,
    notRun: 0,
  };
  for (const status of statuses) counts[SUMMARY_KEYS[status]]++;
  return counts;
}
