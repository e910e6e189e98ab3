import type { JsonValue } from '../event/types.js';

/** Longer strings are cut: the whole of what was sent and received stands in the evidence. */
const LONGEST = 400;

/** A JSON value whose long strings end in their length, for reading. Depth is bounded by what a JSON parser accepts. */
export function abridge(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value.length <= LONGEST ? value : cut(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(abridge);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, abridge(member)]));
}

function cut(text: string): string {
  const start = text.slice(0, LONGEST / 2);
  // Half of a surrogate pair would be no text.
  return `${start.replace(/[\ud800-\udbff]$/, '')}… (${text.length} characters)`;
}
