// What the matrix keeps of a report. Evidence makes up nearly all of one, and of many reports it would fill the memory.
import type { Status } from '../../engine/judgement.js';
import type { Report, RequirementReport } from '../types.js';
import type { CellFinding, Counts } from './types.js';

/** A report without its cases, and what they amount to for each requirement. */
export interface Excerpt extends Omit<Report, 'cases' | 'findings' | 'requirements' | 'summary'> {
  /** Where it was read, for messages. */
  readonly file: string;
  /** By present id, in the order of the report. */
  readonly requirements: ReadonlyMap<string, RequirementExcerpt>;
}

export interface RequirementExcerpt {
  readonly report: RequirementReport;
  readonly counts: Counts;
  readonly findings: readonly CellFinding[];
}

/** `resolve` gives the present id for a former one, or undefined for an unknown one, which is kept as it is. */
export function excerptOf(report: Report, file: string, resolve: (id: string) => string | undefined): Excerpt {
  const { cases, findings, requirements, summary: _, ...rest } = report;
  const counts = countsOf(cases);
  const broken = findingsOf(report);
  return {
    ...rest,
    file,
    requirements: new Map(
      requirements.map((one) => [
        resolve(one.id) ?? one.id,
        { report: one, counts: counts.get(one.id) ?? {}, findings: broken.get(one.id) ?? [] },
      ]),
    ),
  };
}

function countsOf(cases: Report['cases']): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Partial<Record<Status, number>>>();
  for (const { requirement, status } of cases) {
    const known = counts.get(requirement) ?? {};
    known[status] = (known[status] ?? 0) + 1;
    counts.set(requirement, known);
  }
  return counts;
}

// A finding may break several requirements: each gets its own share of the cases.
function findingsOf({ cases, findings }: Report): ReadonlyMap<string, readonly CellFinding[]> {
  const requirementOf = new Map(cases.map(({ id, requirement }) => [id, requirement]));
  const found = new Map<string, CellFinding[]>();
  for (const { id, title, cases: members } of findings) {
    const shares = new Map<string, string[]>();
    for (const member of members) {
      const requirement = requirementOf.get(member);
      if (requirement !== undefined) shares.set(requirement, [...(shares.get(requirement) ?? []), member]);
    }
    for (const [requirement, [example = '', ...others]] of shares) {
      const known = found.get(requirement) ?? [];
      known.push({ id, title, cases: others.length + 1, example });
      found.set(requirement, known);
    }
  }
  return found;
}
