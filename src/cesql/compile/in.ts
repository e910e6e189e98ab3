// IN and NOT IN (section 3.4.5). Only AND and OR are short-circuit, so every element is evaluated, found or not.
import { typeOf } from '../casts.js';
import type { CesqlType, CesqlValue, In } from '../types.js';
import { type Build, compileAll, settle, typesOf } from './build.js';
import { type Code, type Context, type Run, TYPES } from './code.js';
import { AS_IT_IS, castTo, operand } from './operand.js';

type Search = (context: Context, value: CesqlValue) => boolean;

/** The code of the operator over the code of its left operand. */
export function isIn(build: Build, node: In, left: Code): Code {
  const { semantics, ticks } = build;
  const construct = node.negated ? 'NOT IN' : 'IN';
  const run = operand(build, left, { construct, index: 0 }, AS_IT_IS);
  const zero = semantics.zero.boolean;
  const elements = compileAll(build, node.set);
  const known = typesOf(left);
  // A left operand whose type the event decides has its elements ready for each.
  const [boolean, integer, string] = TYPES.map((type) =>
    known.includes(type) ? search(build, elements, construct, type) : NEVER,
  ) as [Search, Search, Search];
  return {
    kind: 'computed',
    type: 'boolean',
    position: node.span.start,
    run: (context) => {
      const before = context.clock;
      const value = run(context);
      if (context.clock === before) {
        const find = typeof value === 'string' ? string : typeof value === 'number' ? integer : boolean;
        const isFound = find(context, value);
        if (context.clock === before) return node.negated ? semantics.in.negate(isFound) : isFound;
      }
      settle(context, before, ticks);
      return zero;
    },
  };
}

const NEVER: Search = () => false;

function search(build: Build, elements: readonly Code[], construct: 'IN' | 'NOT IN', left: CesqlType): Search {
  const { element, equal } = build.semantics.in;
  const values = elements.map((one) =>
    one.kind === 'constant' ? castTo(build, one.value, element(left, typeOf(one.value))) : undefined,
  );
  // Constants that are cast cannot fail, so looking for the first one that is equal shows nothing less.
  if (values.every(isValue)) return (_, value) => values.some((one) => equal(value, one));
  const runs = elements.map((one, index) =>
    operand(build, one, { construct, index: index + 1 }, (type) => element(left, type)),
  );
  return (context, value) => searchAll(context, value, runs, equal, build.stops);
}

const isValue = (outcome: unknown): outcome is CesqlValue => outcome !== undefined && typeof outcome !== 'object';

function searchAll(
  context: Context,
  value: CesqlValue,
  runs: readonly Run[],
  equal: (left: CesqlValue, element: CesqlValue) => boolean,
  stops: boolean,
): boolean {
  const before = context.clock;
  let isFound = false;
  for (const run of runs) {
    const element = run(context);
    if (stops && context.clock !== before) return false;
    if (!isFound) isFound = equal(value, element);
  }
  return isFound;
}
