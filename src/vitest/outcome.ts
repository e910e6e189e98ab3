// What a test tells of its case. Only a case that passed makes a test that passes.
import type { Status } from '../engine/judgement.js';
import type { Level } from '../engine/requirement.js';
import type { BaselineReport } from '../report/baseline/types.js';
import { safe } from '../report/text/safe.js';
import type { CaseReport, Report } from '../report/types.js';

export type Outcome =
  | { readonly kind: 'pass' }
  | { readonly kind: 'skip'; readonly reason: string }
  | { readonly kind: 'fail' };

/** What a test keeps beside its result, for reporters: `task.meta.ceConform`. */
export interface CaseMeta {
  readonly case: string;
  readonly requirement: string;
  readonly level: Level;
  readonly status: Status;
  readonly message?: string;
}

/** Longest text of a report that a reason repeats, in characters. */
const MOST = 300;

/** The outcome of a case; of one that is not in the report, that nothing was asked. */
export function outcomeOf(item: CaseReport | undefined, report: Pick<Report, 'baseline' | 'profiles'>): Outcome {
  if (item === undefined) return skip('not part of this run: the target does not claim what it asks for');
  switch (item.status) {
    case 'pass':
      return { kind: 'pass' };
    case 'fail':
    case 'timeout':
      return failed(item, report);
    case 'harness-error':
      return { kind: 'fail' };
    case 'warn':
      return skip(because('warning', item));
    case 'observed':
    case 'not-applicable':
    case 'blocked':
    case 'inconclusive':
    case 'not-run':
      return skip(because(item.status, item));
  }
}

// What the exit code of a run leaves out fails no test either.
function failed(item: CaseReport, { baseline, profiles }: Pick<Report, 'baseline' | 'profiles'>): Outcome {
  if (baseline !== undefined && [...baseline.known, ...baseline.flaky].includes(item.id)) return known(item, baseline);
  if (item.uncounted !== true) return { kind: 'fail' };
  return skip(because(`${item.status}, and not of ${profiles.map(({ id }) => id).join(', ')}`, item));
}

function known({ id }: CaseReport, { file, confirmed, stale }: BaselineReport): Outcome {
  const said = [...confirmed, ...stale].find(({ cases }) => cases.includes(id))?.entry;
  if (said === undefined) return skip(`known failure (${safe(file, MOST)})`);
  return skip(`known failure (${safe(file, MOST)}, line ${said.line}): ${safe(said.reason, MOST)}`);
}

const skip = (reason: string): Outcome => ({ kind: 'skip', reason });

const because = (word: string, { message }: CaseReport): string =>
  message === undefined ? word : `${word}: ${safe(message, MOST)}`;

/** What a reporter is told of a case. */
export const metaOf = ({ id, requirement, level, status, message }: CaseReport): CaseMeta => ({
  case: id,
  requirement,
  level,
  status,
  ...(message === undefined ? {} : { message: safe(message, MOST) }),
});
