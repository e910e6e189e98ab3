// How far the cases reach into the specification: statement by statement and requirement by requirement. Pure.

import { inSpec } from '../src/engine/in-spec.js';
import { type Document, documentOf, type Requirement } from '../src/engine/requirement.js';
import type { SpecVersion } from '../src/event/types.js';
import { type Registry, resolveId, type Statement } from './registry.js';

/** As much of a case as counting needs. */
export interface CountedCase {
  readonly id: string;
  readonly requirement: { readonly id: string };
}

export interface RequirementCoverage {
  readonly id: string;
  readonly cases: number;
  /** Why there is no case. Absent beside cases, and where a case is simply missing. */
  readonly reason?: string;
}

export interface StatementCoverage extends Statement {
  /** The requirements that rest on the statement; empty for one that cannot be tested. */
  readonly requirements: readonly RequirementCoverage[];
  readonly cases: number;
  /** Why no case touches it. Absent beside cases, and where a requirement or a case is simply missing. */
  readonly reason?: string;
}

export interface CoverageTotals {
  /** `mapped` to a requirement, `notTestable` for a written reason, or `unmapped`, which is a gap. */
  readonly statements: Tally<'mapped' | 'notTestable' | 'unmapped' | 'withCases'>;
  /** `withCases`, `withReason` without, or `open`, which is a gap. */
  readonly requirements: Tally<'withCases' | 'withReason' | 'open'>;
  readonly cases: number;
}

type Tally<Name extends string> = Readonly<Record<Name | 'total', number>>;

export interface DocumentCoverage {
  readonly document: Document;
  readonly title: string;
  readonly path: string;
  /** The pinned commit of the specification. */
  readonly commit: string;
  readonly statements: readonly StatementCoverage[];
  readonly requirements: readonly RequirementCoverage[];
  readonly totals: CoverageTotals;
}

export interface CoverageReport {
  readonly spec: SpecVersion;
  readonly documents: readonly DocumentCoverage[];
  readonly totals: CoverageTotals;
  /** Cases whose requirement the registry, or this version of the specification, does not have. */
  readonly strays: readonly string[];
}

/** The coverage of one version of the specification by these cases. */
export function coverage(registry: Registry, cases: readonly CountedCase[], spec: SpecVersion): CoverageReport {
  const requirements = [...registry.requirements.values()].filter((requirement) => inSpec(requirement, spec));
  const present = new Set(requirements.map(({ id }) => id));
  const counts = new Map<string, number>();
  const strays: string[] = [];
  for (const { id, requirement } of cases) {
    const target = resolveId(requirement.id, registry);
    if (target === undefined || !present.has(target)) strays.push(id);
    else counts.set(target, (counts.get(target) ?? 0) + 1);
  }
  const covered = new Map(requirements.map((item) => [item.id, ofRequirement(item, counts.get(item.id) ?? 0)]));
  const documents = [...registry.documents.values()].map(
    ({ document, title, path, specification }): DocumentCoverage => {
      const statements = registry.statements[spec]
        .filter(({ id }) => id.startsWith(`${document}/`))
        .map((statement) => ofStatement(statement, requirements, covered, registry.notTestable[spec], spec));
      const own = [...covered.values()].filter(({ id }) => documentOf(id) === document);
      return {
        document,
        title,
        path,
        commit: specification[spec],
        statements,
        requirements: own,
        totals: totalsOf(statements, own),
      };
    },
  );
  return {
    spec,
    documents,
    totals: totalsOf(
      documents.flatMap(({ statements }) => statements),
      documents.flatMap((document) => document.requirements),
    ),
    strays,
  };
}

function ofRequirement(requirement: Requirement, cases: number): RequirementCoverage {
  const reason = cases > 0 ? undefined : reasonWithoutCase(requirement);
  return { id: requirement.id, cases, ...(reason === undefined ? {} : { reason }) };
}

/** Why a requirement has no case: what the registry says, or the role that nothing drives yet. */
function reasonWithoutCase({ role, withoutCase }: Requirement): string | undefined {
  switch (role) {
    case 'producer':
    case 'intermediary':
      return withoutCase ?? `needs the ${role} role, which this version does not drive`;
    case 'receiver':
    case 'engine':
    case 'broker':
    case 'any':
      return withoutCase;
  }
}

function ofStatement(
  statement: Statement,
  requirements: readonly Requirement[],
  covered: ReadonlyMap<string, RequirementCoverage>,
  notTestable: ReadonlyMap<string, string>,
  spec: SpecVersion,
): StatementCoverage {
  const resting = requirements
    .filter(({ statements }) => statements[spec].includes(statement.id))
    .flatMap(({ id }) => covered.get(id) ?? []);
  const cases = resting.reduce((sum, item) => sum + item.cases, 0);
  const reason = notTestable.get(statement.id) ?? (cases > 0 ? undefined : reasonOf(resting));
  return { ...statement, requirements: resting, cases, ...(reason === undefined ? {} : { reason }) };
}

// A statement without cases is excused only if each of its requirements is.
function reasonOf(resting: readonly RequirementCoverage[]): string | undefined {
  if (resting.length === 0 || resting.some(({ reason }) => reason === undefined)) return undefined;
  return [...new Set(resting.flatMap(({ reason }) => reason ?? []))].join('; ');
}

function totalsOf(
  statements: readonly StatementCoverage[],
  requirements: readonly RequirementCoverage[],
): CoverageTotals {
  const mapped = statements.filter((statement) => statement.requirements.length > 0);
  const excused = statements.filter(
    ({ requirements: resting, reason }) => resting.length === 0 && reason !== undefined,
  );
  const withCases = requirements.filter(({ cases }) => cases > 0);
  const withReason = requirements.filter(({ reason }) => reason !== undefined);
  return {
    statements: {
      total: statements.length,
      mapped: mapped.length,
      notTestable: excused.length,
      unmapped: statements.length - mapped.length - excused.length,
      withCases: statements.filter(({ cases }) => cases > 0).length,
    },
    requirements: {
      total: requirements.length,
      withCases: withCases.length,
      withReason: withReason.length,
      open: requirements.length - withCases.length - withReason.length,
    },
    cases: requirements.reduce((sum, { cases }) => sum + cases, 0),
  };
}
