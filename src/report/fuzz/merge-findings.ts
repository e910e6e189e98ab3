// One defect that several parts of a seed found is one finding: they have found out the same about it, each by itself.
import type { FuzzFinding } from './types.js';

/** The findings of all parts, each cause once, in the order in which they come. */
export function mergeFindings(findings: readonly FuzzFinding[]): readonly FuzzFinding[] {
  const merged = new Map<string, FuzzFinding>();
  for (const one of findings) {
    const known = merged.get(one.id);
    merged.set(one.id, known === undefined ? one : together(known, one));
  }
  return [...merged.values()];
}

// Two sizes that are equal leave the first one, so that the order of the parts decides.
function together(a: FuzzFinding, b: FuzzFinding): FuzzFinding {
  const [kept, other] = b.bytes.smallest < a.bytes.smallest ? [b, a] : [a, b];
  return {
    ...kept,
    ways: [...new Set([...kept.ways, ...other.ways])],
    count: kept.count + other.count,
    ...(kept.flaky === undefined ? {} : { again: sum(kept.again, other.again) }),
  };
}

/** What comes by chance is known the better the more often it was tried. */
const sum = (a: FuzzFinding['again'], b: FuzzFinding['again']): FuzzFinding['again'] => ({
  hits: a.hits + b.hits,
  of: a.of + b.of,
});
