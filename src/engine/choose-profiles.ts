// Which profiles a run is judged over.
import { BINDINGS, type Binding } from '../binding/types.js';
import { carriersOf } from './carriers.js';
import type { Task } from './case.js';
import { type Claims, canPassOn } from './claims.js';
import { usageError } from './error.js';
import type { Observation } from './observed.js';
import type { Profile } from './suite.js';

/** What a run can see, and what it asks. */
export interface Sight {
  readonly observation: Observation;
  readonly tasks: readonly Task[];
  readonly bindings: readonly Binding[];
  readonly claims: Claims;
}

/** The named profiles, or by default those that this run can decide. Throws a usage error for an unknown name. */
export function chooseProfiles(
  profiles: readonly Profile[],
  names: readonly string[],
  sight: Sight,
): readonly Profile[] {
  return names.length === 0 ? profiles.filter((profile) => isDecided(profile, sight)) : profilesNamed(profiles, names);
}

/** The profiles of these names. Throws a usage error for an unknown one. */
export function profilesNamed(profiles: readonly Profile[], names: readonly string[]): readonly Profile[] {
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

/** Whether a profile is about anything that a run asks. */
export const isOfRun = ({ tasks, bindings }: Profile, sight: Pick<Sight, 'tasks' | 'bindings'>): boolean =>
  tasks.some((task) => sight.tasks.includes(task)) &&
  (bindings === undefined || bindings.some((binding) => sight.bindings.includes(binding)));

function isDecided(profile: Profile, sight: Sight): boolean {
  const { tasks, needs, validation, bindings = BINDINGS } = profile;
  const { observation, claims } = sight;
  if (!isOfRun(profile, sight)) return false;
  if (validation === true && !claims.validates) return false;
  if (needs !== 'status' && observation === 'status') return false;
  const asked = tasks.filter((task) => sight.tasks.includes(task));
  // An adapter says what it does; what it does not claim is no profile of it. It can be asked about events themselves.
  if (observation === 'adapter' && validation === true) return asked.length > 0;
  return asked.some((task) => {
    if (task === 'evaluate') return claims.evaluates;
    if (task === 'filter') return claims.filters && observation === 'sink';
    if (task === 'relay') return true;
    if (observation !== 'adapter') return task !== 'forward' || observation === 'sink';
    const carriers = carriersOf(bindings);
    if (task === 'encode') return carriers.some((carrier) => claims.encodes.has(carrier));
    return carriers.some((carrier) => claims.decodes.has(carrier)) && (task === 'decode' || canPassOn(claims));
  });
}
