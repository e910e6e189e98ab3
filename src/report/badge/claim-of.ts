import { usageError } from '../../engine/error.js';
import { oneLine } from '../page/one-line.js';
import type { Report } from '../types.js';
import { countMust } from './count-must.js';
import type { Claim } from './types.js';

/** What a report says of the run, or of one of its profiles. Throws a usage error for a profile that it does not decide. */
export function claimOf(report: Report, profile?: string): Claim {
  const { run, selection, capture } = report;
  return {
    ...subjectOf(report, profile),
    ...(selection === undefined ? {} : { part: { cases: selection.cases, of: selection.of } }),
    ...(capture === undefined ? {} : { captured: capture.messages.length }),
    ...(run.stopped === undefined ? {} : { stopped: true }),
  };
}

function subjectOf(report: Report, id: string | undefined): Pick<Claim, 'verdict' | 'requirements' | 'harnessErrors'> {
  const { verdict, summary, profiles } = report;
  if (id === undefined) return { verdict, requirements: countMust(report), harnessErrors: summary.harnessError };
  const profile = profiles.find((one) => one.id === id);
  if (profile === undefined) {
    throw usageError(
      'badge.profile',
      `failed to make a badge: the report does not decide the profile ${oneLine(JSON.stringify(id), 80)}`,
      `it decides ${profiles.map((one) => oneLine(one.id, 80)).join(', ') || 'none'}`,
    );
  }
  return {
    verdict: profile.verdict,
    requirements: profile.requirements,
    harnessErrors: profile.summary.harnessError,
  };
}
