// The cases of a report by the ids of today, so that a requirement that was renamed is still the same.
import { usageError } from '../../engine/error.js';
import { oneLine } from '../page/one-line.js';
import type { CaseReport, Report } from '../types.js';

/** The present id for a former one, or undefined for an unknown one. */
export type Resolve = (id: string) => string | undefined;

/** The id of today for a requirement; an unknown one keeps its own. */
export const presentId = (id: string, resolve: Resolve): string => resolve(id) ?? id;

/** Throws a usage error where the report has a case twice: which of the two counts, nobody could say. */
export function keyedCases({ cases }: Report, file: string, resolve: Resolve): ReadonlyMap<string, CaseReport> {
  const keyed = new Map<string, CaseReport>();
  for (const item of cases) {
    const id = caseId(item, resolve);
    if (keyed.has(id)) {
      throw usageError(
        'diff.repeated',
        `failed to compare ${file}: it has the case ${oneLine(id, 120)} more than once`,
        'give a report as it was written; `ce-conform verify` says what was altered',
      );
    }
    keyed.set(id, item);
  }
  return keyed;
}

function caseId({ id, requirement }: CaseReport, resolve: Resolve): string {
  const present = presentId(requirement, resolve);
  return present !== requirement && id.startsWith(`${requirement}/`) ? present + id.slice(requirement.length) : id;
}
