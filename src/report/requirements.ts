// The requirements of a report: those that ran, and (in a run without a filter) those that no case asks for.
import { BINDINGS } from '../binding/types.js';
import { casesOfTasks } from '../engine/cases-for.js';
import { inSpec } from '../engine/in-spec.js';
import { requirementOutcomes } from '../engine/outcomes.js';
import type { Requirement, Section } from '../engine/requirement.js';
import type { RunResult } from '../engine/run.js';
import type { Suite } from '../engine/suite.js';
import { isAskedOf } from '../engine/tasks.js';
import type { SpecVersion } from '../event/types.js';
import type { RequirementReport } from './types.js';

/** The outcome of every requirement that was selected, in the order of the registry. */
export function requirementReports(
  suite: Suite,
  { results, spec, tasks, bindings }: Pick<RunResult, 'results' | 'spec' | 'tasks' | 'bindings'>,
): readonly RequirementReport[] {
  const outcomes = new Map(requirementOutcomes(results, spec).map((outcome) => [outcome.requirement.id, outcome]));
  const isWhole = results.length === casesOfTasks(suite.cases, tasks, bindings).length;
  // What has cases over other bindings alone, as batches have, asks nothing here.
  const elsewhere = new Set(casesOfTasks(suite.cases, tasks, BINDINGS).map((item) => item.requirement.id));
  return [...suite.requirements.values()].flatMap((requirement): readonly RequirementReport[] => {
    const outcome = outcomes.get(requirement.id);
    if (outcome !== undefined) {
      // A target that claims to validate is asked more of some than the registry says.
      const { requirement: asked, ...rest } = outcome;
      return [{ ...about(asked, spec), ...rest }];
    }
    const isAsked =
      inSpec(requirement, spec) && isAskedOf(requirement, tasks, bindings) && !elsewhere.has(requirement.id);
    return isWhole && isAsked ? [withoutCase(requirement, spec)] : [];
  });
}

const withoutCase = (requirement: Requirement, spec: SpecVersion): RequirementReport => ({
  ...about(requirement, spec),
  outcome: 'open',
  cases: 0,
  reason: requirement.withoutCase ?? 'no case asks for it',
});

function about(
  requirement: Requirement,
  spec: SpecVersion,
): Pick<RequirementReport, 'id' | 'level' | 'document' | 'section' | 'unscored'> {
  const section = sectionOf(requirement, spec);
  return {
    id: requirement.id,
    level: requirement.level,
    ...(section === undefined ? {} : { document: section.document, section: section.title }),
    ...(inSpec(requirement, spec) ? {} : { unscored: true as const }),
  };
}

// A rule of the other version stands in a section of that version.
const sectionOf = ({ section }: Requirement, spec: SpecVersion): Section | undefined =>
  section[spec] ?? section[spec === 'main' ? '1.0.2' : 'main'];
