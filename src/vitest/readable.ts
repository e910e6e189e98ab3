// Values of a report for a diff: whatever a target sent reaches a terminal as text that can do nothing there.
import type { JsonValue } from '../event/types.js';
import { safe } from '../report/text/safe.js';
import { showPair } from '../report/text/show-value.js';

/** Longer pairs are shown around their first difference, in characters. */
const LONGEST = 4000;

/** Deeper ones too: a diff walks values by recursion. */
const DEEPEST = 24;

export interface Pair {
  readonly expected: JsonValue;
  readonly actual: JsonValue;
}

/** Both values with unsafe characters escaped; where they are too much to be read, an excerpt of each. */
export function readable({ expected = null, actual = null }: Partial<Pair>): Pair {
  const isShort = [expected, actual].every((value) => isShallow(value, 0) && sizeOf(value) <= LONGEST);
  return isShort ? { expected: escaped(expected), actual: escaped(actual) } : showPair(expected, actual, LONGEST);
}

function escaped(value: JsonValue): JsonValue {
  if (typeof value === 'string') return safe(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(escaped);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [safe(name), escaped(member)]));
}

const isShallow = (value: JsonValue, depth: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (depth < DEEPEST && Object.values(value).every((member: JsonValue) => isShallow(member, depth + 1)));

const sizeOf = (value: JsonValue): number => JSON.stringify(value).length;
