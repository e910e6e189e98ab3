import type { JsonValue } from '../../event/types.js';

/** A value of a reply nests at most so deep: enough for every event that is asked for, and no stack overflows on it. */
export const MOST_LEVELS = 1000;

/** Whether arrays and objects are nested deeper than that. Needs no stack of its own depth. */
export function isTooDeep(json: JsonValue): boolean {
  let level: readonly JsonValue[] = [json];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_LEVELS) return true;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return false;
}
