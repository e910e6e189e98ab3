// Which profiles a run is judged over.
import { usageError } from './error.js';
import type { Observation } from './observed.js';
import type { Profile } from './suite.js';

/** The named profiles, or by default those that the observation can decide. Throws a usage error for an unknown name. */
export function chooseProfiles(
  profiles: readonly Profile[],
  names: readonly string[],
  observation: Observation,
): readonly Profile[] {
  if (names.length === 0) return profiles.filter((profile) => profile.needs === 'status' || observation !== 'status');
  return names.map((name) => {
    const profile = profiles.find(({ id }) => id === name);
    if (profile !== undefined) return profile;
    throw usageError(
      'profile.unknown',
      `failed to select profiles: there is none named ${JSON.stringify(name)}`,
      `use any of ${profiles.map(({ id }) => id).join(', ')}`,
    );
  });
}
