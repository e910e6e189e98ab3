// What the text says about a difference. It is settled only where a rule speaks of it and no position leaves it open.
import { loadRegistry, type Registry, resolveId } from '../../../suites/registry.js';
import { print } from '../../cesql/print.js';
import type { Posed } from '../../generate/expression/posed.js';
import type { Answer, OursByMode } from './answer.js';
import { hasOpenText } from './characters.js';
import { type Difference, kindsOf, typeName } from './compare.js';
import { constructOf, rootOf } from './construct.js';
import { inspect, type Part, partsOf } from './inspect.js';
import { openingsOf } from './openings.js';
import { requirementOf } from './requirement-of.js';
import { requirementOfOrder } from './requirement-of-order.js';
import type { Verdict } from './types.js';

export interface Judged {
  readonly verdict: Verdict;
  readonly construct: string;
  /** The outermost of the construct, which all of one cause have. */
  readonly root: string;
  /** How it differs, in words, where such differences are one cause however they show. */
  readonly broadly?: string;
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
  const many = new Set(manyOf(part, difference, theirs, ours));
  const open = new Set([...many, ...openingsOf(part, difference.how)]);
  const isSpelt = spelling !== 0;
  // Which of several errors are told is a matter of its own, whatever they arise in.
  const isOfMany = many.has('A76');
  const order =
    isSpelt || isOfMany || !isClean(theirs, ours) ? undefined : requirementOfOrder(print(expression), event, theirs);
  const id = order ?? (isOfMany ? SEVERAL_KINDS : requirementOf(part, difference.how, isSpelt));
  const requirement = registry.requirements.get(resolveId(id, registry) ?? id);
  if (requirement === undefined) throw new Error(`there is no requirement ${id}`);
  const { level, code } = requirement;
  const isFree = level === 'info' || level === 'may' || code === 'free';
  const verdict = open.size > 0 || isFree || hasOpenText(part) ? 'open' : 'settled';
  if (isFree || DECIDED.has(id)) for (const position of requirement.positions) open.add(position);
  const [broad, broadly] = isOfMany ? SEVERAL : order === undefined ? [] : ORDER;
  return {
    verdict,
    construct: broad ?? constructOf(part, isSpelt),
    root: broad ?? rootOf(part),
    ...(broadly !== undefined && { broadly }),
    requirement: id,
    positions: [...open].sort(),
  };
}

/** What is one cause, and how it differs. */
const SEVERAL = ['several errors at once', 'other ones are told, or more, or fewer'] as const;

const ORDER = ['operators without parentheses', 'read in another order'] as const;

const SEVERAL_KINDS = 'cesql.err.kinds';

/** Requirements whose positions say what the text decides, and leave nothing open. */
const DECIDED: ReadonlySet<string> = new Set(['cesql.cast.int-bool', 'cesql.prec.left-logic']);

/** Whether one side has no error: what both make of errors can be equal by chance, whatever the order of operators. */
const isClean = (theirs: Answer, ours: OursByMode): boolean =>
  theirs.kind === 'evaluated' && (theirs.errors.length === 0 || ours.operator.errors.length === 0);

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
    const parts = [...partsOf(part)];
    const arising = new Set<string>(parts.flatMap(({ errors }) => errors));
    // Where another operand fails, a cast need not be tried.
    if (parts.some(({ node, value }) => node !== part.node && typeof value === 'string')) arising.add('cast');
    if (kindsOf(theirs.errors).every((kind) => arising.has(kind))) yield 'A76';
  }
}
