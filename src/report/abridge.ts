import type { JsonValue } from '../event/types.js';

/** Longer strings are cut: the whole of what was sent and received stands in the evidence. */
const LONGEST = 400;

/** Deeper values are cut too: a target can nest deeper than anything that writes JSON can follow. */
const DEEPEST = 64;

/** A JSON value for reading: long strings end in their length, and what is nested deeply is named only. */
export const abridge = (value: JsonValue): JsonValue => (isShort(value, 0) ? value : shortened(value, 0));

// Nearly all are, and are not copied.
function isShort(value: JsonValue, depth: number): boolean {
  if (typeof value === 'string') return value.length <= LONGEST;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth === DEEPEST) return false;
  for (const name in value) {
    const member = (value as { readonly [name: string]: JsonValue })[name];
    if (member !== undefined && !isShort(member, depth + 1)) return false;
  }
  return true;
}

function shortened(value: JsonValue, depth: number): JsonValue {
  if (typeof value === 'string') return value.length <= LONGEST ? value : cut(value);
  // A target's 1e400 is no number that JSON could write.
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEPEST) return '… (nested deeper)';
  if (Array.isArray(value)) return value.map((item) => shortened(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shortened(member, depth + 1)]));
}

function cut(text: string): string {
  const start = text.slice(0, LONGEST / 2);
  // Half of a surrogate pair would be no text.
  return `${start.replace(/[\ud800-\udbff]$/, '')}… (${text.length} characters)`;
}
