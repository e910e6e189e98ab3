// Equality of JSON values. It keeps its own stack, because values come from targets and may be nested without limit.
import type { JsonValue } from './types.js';

/** Whether two JSON values are equal: member order means nothing, array order does, and -0 equals 0. */
export function sameJson(one: JsonValue, other: JsonValue): boolean {
  const pending: [JsonValue, JsonValue][] = [[one, other]];
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    const [a, b] = pair;
    if (a === b) continue;
    if (!isContainer(a) || !isContainer(b) || Array.isArray(a) !== Array.isArray(b)) return false;
    const names = Object.keys(a);
    if (names.length !== Object.keys(b).length) return false;
    for (const name of names) {
      if (!Object.hasOwn(b, name)) return false;
      pending.push([a[name] ?? null, b[name] ?? null]);
    }
  }
  return true;
}

function isContainer(value: JsonValue): value is { readonly [member: string]: JsonValue } {
  return typeof value === 'object' && value !== null;
}
