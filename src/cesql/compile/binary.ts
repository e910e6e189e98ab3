// Binary operators (section 3.4.2).
import { typeOf } from '../casts.js';
import type { BinaryDefinition } from '../semantics.js';
import type { Binary, CesqlType, CesqlValue } from '../types.js';
import { type Build, settle, typesOf } from './build.js';
import { type Code, type Context, type Run, raise } from './code.js';
import { AS_IT_IS, castTo, operand } from './operand.js';

/** The code of an operator over the code of its left operand. */
export function binary(build: Build, node: Binary, left: Code): Code {
  const { operator, span } = node;
  const definition = build.semantics.binary[operator];
  const right = build.compile(build, node.right);
  const targets = fixedTargets(definition, left, right);
  const [leftPlace, rightPlace] = [0, 1].map((index) => ({ construct: operator, index })) as [Place, Place];
  const runLeft = operand(build, left, leftPlace, targets?.left ?? AS_IT_IS);
  const runRight = operand(build, right, rightPlace, targets?.right ?? AS_IT_IS);
  const parts = { definition, left: runLeft, right: runRight, position: span.start };
  const run = targets === undefined ? casting(build, parts) : simple(build, parts);
  return { kind: 'computed', type: definition.result, position: span.start, run };
}

interface Place {
  readonly construct: Binary['operator'];
  readonly index: number;
}

interface Parts {
  readonly definition: BinaryDefinition;
  readonly left: Run;
  readonly right: Run;
  readonly position: number;
}

interface Targets {
  readonly left: (type: CesqlType) => CesqlType;
  readonly right: (type: CesqlType) => CesqlType;
}

/** What each operand is cast to, where that does not depend on the type that the other one will have. */
function fixedTargets({ operands }: BinaryDefinition, left: Code, right: Code): Targets | undefined {
  const [lefts, rights] = [typesOf(left), typesOf(right)];
  const [anyLeft, anyRight] = [lefts[0] ?? 'boolean', rights[0] ?? 'boolean'];
  const isFixed = lefts.every((x) =>
    rights.every(
      (y) => operands(x, y)[0] === operands(x, anyRight)[0] && operands(x, y)[1] === operands(anyLeft, y)[1],
    ),
  );
  if (!isFixed) return undefined;
  return { left: (type) => operands(type, anyRight)[0], right: (type) => operands(anyLeft, type)[1] };
}

function simple(build: Build, { definition, left, right, position }: Parts): Run {
  const { stops, ticks } = build;
  const { decisive } = definition;
  const zero = build.semantics.zero[definition.result];
  const apply = definition.apply.bind(definition);
  return (context) => {
    const before = context.clock;
    const x = left(context);
    if (x === decisive) return context.clock === before ? x : spoilt(context, before, zero, ticks);
    if (stops && context.clock !== before) return zero;
    const y = right(context);
    if (context.clock !== before) return spoilt(context, before, zero, ticks);
    const outcome = apply(x, y);
    return typeof outcome === 'object' ? raise(context, outcome, position, ticks) : outcome;
  };
}

/** For operands that are cast once both are known. */
function casting(build: Build, { definition, left, right, position }: Parts): Run {
  const { stops, ticks } = build;
  const zero = build.semantics.zero[definition.result];
  const cast = (context: Context, value: CesqlValue, type: CesqlType): CesqlValue => {
    const outcome = castTo(build, value, type);
    return typeof outcome === 'object' ? raise(context, outcome, position, ticks) : outcome;
  };
  return (context) => {
    const before = context.clock;
    const x = left(context);
    if (stops && context.clock !== before) return zero;
    const y = right(context);
    if (context.clock !== before) return spoilt(context, before, zero, ticks);
    const [leftType, rightType] = definition.operands(typeOf(x), typeOf(y));
    const castX = cast(context, x, leftType);
    const castY = cast(context, y, rightType);
    if (context.clock !== before) return spoilt(context, before, zero, ticks);
    const outcome = definition.apply(castX, castY);
    return typeof outcome === 'object' ? raise(context, outcome, position, ticks) : outcome;
  };
}

function spoilt(context: Context, before: number, zero: CesqlValue, ticks: 0 | 1): CesqlValue {
  settle(context, before, ticks);
  return zero;
}
