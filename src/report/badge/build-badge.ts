import { oneLine } from '../page/one-line.js';
import type { Report } from '../types.js';
import { claimOf } from './claim-of.js';
import { faceOf } from './face-of.js';
import { BADGE_SCHEMA, type Badge, GREEN } from './types.js';

/** Names are for people: longer ones are cut. */
const LONGEST_NAME = 120;

/**
 * The badge of the run, or of one of its profiles. The report is believed: see `assertProved`. Throws a usage error for a profile that
 * it does not decide.
 */
export function buildBadge(report: Report, profile?: string): Badge {
  const { digest, profiles, suite, tool, target, run } = report;
  const face = faceOf(report, profile);
  return {
    schemaVersion: 1,
    ...face,
    ...(face.color === GREEN ? {} : { isError: true }),
    ceConform: {
      schema: BADGE_SCHEMA,
      report: digest,
      ...(profile === undefined ? {} : { profile }),
      profiles: profiles.map(({ id }) => id),
      ...claimOf(report, profile),
      suite,
      tool: { name: oneLine(tool.name, LONGEST_NAME), version: oneLine(tool.version, LONGEST_NAME) },
      target: {
        name: oneLine(target.name, LONGEST_NAME),
        ...(target.version === undefined ? {} : { version: oneLine(target.version, LONGEST_NAME) }),
      },
      startedAt: run.startedAt,
    },
  };
}
