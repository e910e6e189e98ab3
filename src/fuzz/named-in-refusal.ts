// The attributes that the words of a refusal name: it is about them, whatever else the smallest event has.
import type { CloudEvent } from '../event/types.js';
import type { Symptom } from './symptom.js';

/** Words that any refusal may have: every event has these. */
const EVERYWHERE: ReadonlySet<string> = new Set(['specversion', 'id', 'source', 'type', 'data', 'a']);

/** The names of those that the event has; none of another symptom. */
export function namedInRefusal({ attributes }: CloudEvent, { class: kind, detail }: Symptom): readonly string[] {
  if (kind !== 'refused') return [];
  const words = new Set(detail.split(' '));
  return [...attributes.keys()].filter((name) => !EVERYWHERE.has(name) && words.has(name));
}
