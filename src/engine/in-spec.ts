import type { SpecVersion } from '../event/types.js';
import type { Requirement } from './requirement.js';

/** Whether a version of the specification has this requirement. */
export function inSpec(requirement: Requirement, spec: SpecVersion): boolean {
  return requirement.since === 'same' || requirement.since === 'reworded' || requirement.since === spec;
}
