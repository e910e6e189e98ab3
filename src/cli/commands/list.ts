// `ce-conform list`: which requirements and cases there are.
import { loadSuite } from '../../../suites/suite.js';
import type { Case } from '../../engine/case.js';
import type { Requirement } from '../../engine/requirement.js';
import { type Filter, select } from '../../engine/select.js';
import type { Suite } from '../../engine/suite.js';
import type { Io } from '../io.js';
import { printJson } from '../print-json.js';
import { selectRequirements } from '../select-requirements.js';
import { printTable } from '../table.js';

export interface ListFlags {
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly cases?: boolean;
  readonly json?: boolean;
}

/** Prints requirements, or cases, in the order of the suite. Throws a usage error for a filter that matches nothing. */
export async function list(flags: ListFlags, io: Io): Promise<number> {
  const suite = loadSuite();
  const filter = { only: flags.only ?? [], skip: flags.skip ?? [] };
  if (flags.cases === true) listCases(suite, filter, flags, io);
  else listRequirements(suite, filter, flags, io);
  return 0;
}

function listRequirements(suite: Suite, filter: Filter, flags: ListFlags, io: Io): void {
  const counts = new Map<string, number>();
  for (const { requirement } of suite.cases) counts.set(requirement.id, (counts.get(requirement.id) ?? 0) + 1);
  const rows = selectRequirements(suite, filter).map((item) => requirementRow(item, counts.get(item.id) ?? 0));
  if (flags.json === true) {
    printJson({ requirements: rows }, io);
    return;
  }
  const head = ['id', 'level', 'role', 'code', 'since', 'cases', 'rule'];
  const lines = rows.map(({ id, level, role, code, since, cases, rule }) => [
    id,
    level,
    role,
    code,
    since,
    `${cases}`,
    rule,
  ]);
  printTable([head, ...lines], io);
  const cases = rows.reduce((sum, row) => sum + row.cases, 0);
  io.err.write(`${rows.length} requirements with ${cases} cases\n`);
}

function listCases(suite: Suite, filter: Filter, flags: ListFlags, io: Io): void {
  const { cases, prerequisites } = select(suite.cases, filter);
  const rows = cases.filter(({ id }) => !prerequisites.has(id)).map(caseRow);
  if (flags.json === true) {
    printJson({ cases: rows }, io);
    return;
  }
  const lines = rows.map(({ id, level, needs, title }) => [id, level, needs, title]);
  printTable([['id', 'level', 'needs', 'title'], ...lines], io);
  io.err.write(`${rows.length} cases\n`);
}

interface RequirementRow extends Pick<Requirement, 'id' | 'level' | 'role' | 'code' | 'since' | 'rule'> {
  readonly cases: number;
  /** Why there is no case, where the registry says so. */
  readonly withoutCase?: string;
}

function requirementRow(item: Requirement, cases: number): RequirementRow {
  const { id, level, role, code, since, rule, withoutCase } = item;
  return { id, level, role, code, since, cases, rule, ...(withoutCase === undefined ? {} : { withoutCase }) };
}

interface CaseRow extends Pick<Case, 'id' | 'level' | 'carrier' | 'needs' | 'title' | 'twin' | 'requires'> {
  readonly requirement: string;
}

function caseRow({ id, requirement, level, carrier, needs, title, twin, requires }: Case): CaseRow {
  return {
    id,
    requirement: requirement.id,
    level,
    carrier,
    needs,
    title,
    ...(twin === undefined ? {} : { twin }),
    requires,
  };
}
