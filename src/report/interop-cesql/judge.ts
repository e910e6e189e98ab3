// What the text says about a difference. It is settled only where a rule speaks of it and no position leaves it open.
import { loadRegistry, type Registry, resolveId } from '../../../suites/registry.js';
import type { Posed } from '../../generate/expression/types.js';
import type { Answer, OursByMode } from './answer.js';
import { type Difference, kindsOf, typeName } from './compare.js';
import { constructOf } from './construct.js';
import { inspect, type Part, partsOf } from './inspect.js';
import { openingsOf } from './openings.js';
import { requirementOf } from './requirement-of.js';
import type { Verdict } from './types.js';

export interface Judged {
  readonly verdict: Verdict;
  readonly construct: string;
  readonly requirement: string;
  /** Numbers of positions, in order. */
  readonly positions: readonly string[];
}

/** Judges how an answer differs from ours. Pure. */
export function judge(
  { expression, event, spelling }: Posed,
  difference: Difference,
  theirs: Answer,
  ours: OursByMode,
  registry: Registry = loadRegistry(),
): Judged {
  const part = inspect(expression, event);
  const id = requirementOf(part, difference.how, spelling !== 0);
  const requirement = registry.requirements.get(resolveId(id, registry) ?? id);
  if (requirement === undefined) throw new Error(`there is no requirement ${id}`);
  const { level, code } = requirement;
  const isFree = level === 'info' || level === 'may' || code === 'free';
  const open = new Set([...openingsOf(part, difference.how), ...manyOf(part, difference, theirs, ours)]);
  if (isFree) for (const position of requirement.positions) open.add(position);
  return {
    verdict: open.size > 0 || isFree ? 'open' : 'settled',
    construct: constructOf(part, spelling !== 0),
    requirement: id,
    positions: [...open].sort(),
  };
}

/** What the error modes leave open (A62), and which of several errors are told (A76). */
function* manyOf(part: Part, { how }: Difference, theirs: Answer, ours: OursByMode): Generator<string> {
  if (theirs.kind !== 'evaluated') return;
  const all = Object.values(ours);
  if (how === 'value' || how === 'type') {
    // Without an error there is one value in every mode.
    const isAnyType = all.some(({ value }) => typeName(value) === typeName(theirs.value));
    if (isAnyType && new Set(all.map(({ value }) => value)).size > 1) yield 'A62';
  }
  if (how === 'errors') yield 'A76';
  if (how === 'other-error') {
    const arising = new Set<string>([...partsOf(part)].flatMap(({ errors }) => errors));
    if (kindsOf(theirs.errors).every((kind) => arising.has(kind))) yield 'A76';
  }
}
