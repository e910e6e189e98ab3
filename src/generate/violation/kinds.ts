// All rules that can be broken one at a time. What is only doubtful is in none of them, but in those that are open.
import { BAD_ATTRIBUTES } from './kinds/attributes.js';
import { BAD_BATCHES } from './kinds/batches.js';
import { BAD_JSON } from './kinds/json.js';
import { BAD_LINES } from './kinds/lines.js';
import { BAD_STRINGS } from './kinds/strings.js';
import { BAD_VALUES } from './kinds/values.js';
import type { ViolationKind } from './types.js';

export const VIOLATION_KINDS: readonly ViolationKind[] = [
  ...BAD_ATTRIBUTES,
  ...BAD_STRINGS,
  ...BAD_VALUES,
  ...BAD_JSON,
  ...BAD_BATCHES,
  ...BAD_LINES,
];

const byRequirement: ReadonlyMap<string, ViolationKind> = new Map(
  VIOLATION_KINDS.map((kind) => [kind.requirement, kind]),
);

/** The kind that breaks this requirement. */
export const kindOf = (requirement: string): ViolationKind | undefined => byRequirement.get(requirement);
