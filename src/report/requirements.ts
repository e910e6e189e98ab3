// The requirements of a report: those that ran, and (in a run without a filter) those that no case asks for.
import { inSpec } from '../engine/in-spec.js';
import { requirementOutcomes } from '../engine/outcomes.js';
import type { Requirement, Section } from '../engine/requirement.js';
import type { Result } from '../engine/run.js';
import type { Suite } from '../engine/suite.js';
import type { SpecVersion } from '../event/types.js';
import type { RequirementReport } from './types.js';

/** The outcome of every requirement that was selected, in the order of the registry. */
export function requirementReports(
  suite: Suite,
  results: readonly Result[],
  spec: SpecVersion,
): readonly RequirementReport[] {
  const outcomes = new Map(requirementOutcomes(results, spec).map((outcome) => [outcome.requirement.id, outcome]));
  const isWhole = results.length === suite.cases.length;
  return [...suite.requirements.values()].flatMap((requirement): readonly RequirementReport[] => {
    const outcome = outcomes.get(requirement.id);
    if (outcome !== undefined) {
      const { requirement: _, ...rest } = outcome;
      return [{ ...about(requirement, spec), ...rest }];
    }
    return isWhole && isAsked(requirement, spec) ? [withoutCase(requirement, spec)] : [];
  });
}

/** A receiver is what runs; rules for others ask nothing of it. */
const isAsked = (requirement: Requirement, spec: SpecVersion): boolean =>
  inSpec(requirement, spec) && (requirement.role === 'receiver' || requirement.role === 'any');

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
