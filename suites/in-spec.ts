import type { Requirement } from '../src/engine/requirement.js';
import type { SpecVersion } from '../src/event/types.js';

/** Whether a version of the specification has this requirement. */
export function inSpec(requirement: Requirement, spec: SpecVersion): boolean {
  return requirement.since === 'same' || requirement.since === 'reworded' || requirement.since === spec;
}
