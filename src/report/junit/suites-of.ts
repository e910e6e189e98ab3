// Cases by the section of the specification that holds their rule: a test suite each.
import { groupBySection, groups } from '../text/sections.js';
import type { CaseReport, Report } from '../types.js';

export interface CaseSuite {
  readonly name: string;
  readonly cases: readonly CaseReport[];
}

/** Every case is in exactly one suite; suites come in the order of the specification. */
export function suitesOf({ requirements, cases }: Pick<Report, 'requirements' | 'cases'>): readonly CaseSuite[] {
  const casesOf = new Map(groups(cases, ({ requirement }) => requirement));
  const suites = groupBySection(requirements).flatMap(({ title: document, sections }) =>
    sections.map(({ title, requirements: members }) => ({
      name: `${document}: ${title}`,
      cases: members.flatMap(({ id }) => {
        const found = casesOf.get(id) ?? [];
        casesOf.delete(id);
        return found;
      }),
    })),
  );
  const others = [...casesOf.values()].flat();
  return [...suites, { name: 'Other', cases: others }].filter((suite) => suite.cases.length > 0);
}
