// Which requirements a listing shows: by the same globs that choose the cases of a run.
import type { Case } from '../engine/case.js';
import { usageError } from '../engine/error.js';
import type { Requirement } from '../engine/requirement.js';
import { caseMatcher, type Filter, globMatcher } from '../engine/select.js';
import type { Suite } from '../engine/suite.js';

/** A requirement and its cases. */
interface Row {
  readonly requirement: Requirement;
  readonly cases: readonly Case[];
}

/**
 * A requirement is shown where its id matches a glob of `only`, or one of its cases does; it is left out where its id
 * matches a glob of `skip`, or all of its cases do. A glob that matches nothing is a usage error.
 */
export function selectRequirements(suite: Suite, filter: Filter): readonly Requirement[] {
  const cases = new Map<string, Case[]>([...suite.requirements.keys()].map((id) => [id, []]));
  for (const item of suite.cases) cases.get(item.requirement.id)?.push(item);
  const rows = [...suite.requirements.values()].map(
    (requirement): Row => ({ requirement, cases: cases.get(requirement.id) ?? [] }),
  );
  for (const glob of [...filter.only, ...filter.skip]) assertMatches(glob, rows);
  const chosen = rows.filter(
    (row) =>
      (filter.only.length === 0 || filter.only.some((glob) => touches(glob, row))) &&
      !filter.skip.some((glob) => covers(glob, row)),
  );
  if (chosen.length > 0) return chosen.map(({ requirement }) => requirement);
  throw usageError(
    'filter.empty',
    'failed to select requirements: --skip leaves none of those that --only names',
    'run `ce-conform list` to see the ids',
  );
}

const touches = (glob: string, { requirement, cases }: Row): boolean =>
  globMatcher(glob)(requirement.id) || cases.some(caseMatcher(glob));

const covers = (glob: string, { requirement, cases }: Row): boolean =>
  globMatcher(glob)(requirement.id) || (cases.length > 0 && cases.every(caseMatcher(glob)));

function assertMatches(glob: string, rows: readonly Row[]): void {
  if (rows.some((row) => touches(glob, row))) return;
  throw usageError(
    'filter.unmatched',
    `failed to select requirements: ${JSON.stringify(glob)} matches none of ${rows.length}`,
    'run `ce-conform list` to see the ids; quote a glob so that the shell leaves it alone',
  );
}
