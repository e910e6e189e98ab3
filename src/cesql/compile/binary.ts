// Binary operators (section 3.4.2).
import { typeOf } from '../casts.js';
import type { Outcome } from '../problem.js';
import type { BinaryDefinition } from '../semantics.js';
import type { Binary, CesqlType, CesqlValue } from '../types.js';
import { type Build, settle, typesOf } from './build.js';
import { type Code, type Context, type Run, raise, TYPES } from './code.js';
import { AS_IT_IS, castTo, operand, type Target } from './operand.js';

/** The code of an operator over the code of its left operand. */
export function binary(build: Build, node: Binary, left: Code): Code {
  const { operator, span } = node;
  const definition = build.semantics.binary[operator];
  const right = build.compile(build, node.right);
  const parts = { definition, operator, left, right, position: span.start };
  const targets = fixedTargets(definition, left, right);
  // A missing attribute comes before a cast of the other operand that fails, except where the left one may decide alone.
  const isEarly =
    definition.decisive !== undefined ||
    (targets !== undefined &&
      (isOf(left, targets.left) || (right.kind === 'constant' && isValue(castOf(build, right.value, targets.right)))));
  const run = targets !== undefined && isEarly ? castFirst(build, parts, targets) : castLast(build, parts);
  return { kind: 'computed', type: definition.result, position: span.start, run };
}

interface Parts {
  readonly definition: BinaryDefinition;
  readonly operator: Binary['operator'];
  readonly left: Code;
  readonly right: Code;
  readonly position: number;
}

interface Targets {
  readonly left: Target;
  readonly right: Target;
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

const isOf = (code: Code, target: Target): boolean => typesOf(code).every((type) => target(type) === type);

const castOf = (build: Build, value: CesqlValue, target: Target): Outcome =>
  castTo(build, value, target(typeOf(value)));

const isValue = (outcome: Outcome): boolean => typeof outcome !== 'object';

/** Each operand is cast when it is evaluated. */
function castFirst(build: Build, { definition, operator, left, right, position }: Parts, targets: Targets): Run {
  const { stops, ticks } = build;
  const { decisive } = definition;
  const zero = build.semantics.zero[definition.result];
  const runLeft = operand(build, left, { construct: operator, index: 0 }, targets.left);
  const runRight = operand(build, right, { construct: operator, index: 1 }, targets.right);
  const apply = definition.apply.bind(definition);
  return (context) => {
    const before = context.clock;
    const x = runLeft(context);
    if (x === decisive) return context.clock === before ? x : spoilt(context, before, zero, ticks);
    if (stops && context.clock !== before) return zero;
    const y = runRight(context);
    if (context.clock !== before) return spoilt(context, before, zero, ticks);
    const outcome = apply(x, y);
    return typeof outcome === 'object' ? raise(context, outcome, position, ticks) : outcome;
  };
}

/** Both operands are evaluated before any is cast. */
function castLast(build: Build, { definition, operator, left, right, position }: Parts): Run {
  const { stops, ticks } = build;
  const zero = build.semantics.zero[definition.result];
  const runLeft = operand(build, left, { construct: operator, index: 0 }, AS_IT_IS);
  const runRight = operand(build, right, { construct: operator, index: 1 }, AS_IT_IS);
  const apply = definition.apply.bind(definition);
  const typesFor = typesOfBoth(definition);
  const cast = (context: Context, value: CesqlValue, type: CesqlType, at: number): CesqlValue => {
    const outcome = castTo(build, value, type);
    return typeof outcome === 'object' ? raise(context, outcome, at, ticks) : outcome;
  };
  return (context) => {
    const before = context.clock;
    const x = runLeft(context);
    if (stops && context.clock !== before) return zero;
    const y = runRight(context);
    if (context.clock !== before) return spoilt(context, before, zero, ticks);
    const [leftType, rightType] = typesFor[indexOf(x)]?.[indexOf(y)] ?? [typeOf(x), typeOf(y)];
    const castX = typeOf(x) === leftType ? x : cast(context, x, leftType, left.position);
    if (stops && context.clock !== before) return zero;
    const castY = typeOf(y) === rightType ? y : cast(context, y, rightType, right.position);
    if (context.clock !== before) return spoilt(context, before, zero, ticks);
    const outcome = apply(castX, castY);
    return typeof outcome === 'object' ? raise(context, outcome, position, ticks) : outcome;
  };
}

/** The types that operands are cast to, for each pair of types that they can have. */
function typesOfBoth({ operands }: BinaryDefinition): readonly (readonly (readonly [CesqlType, CesqlType])[])[] {
  return TYPES.map((left) => TYPES.map((right) => operands(left, right)));
}

function indexOf(value: CesqlValue): number {
  switch (typeof value) {
    case 'boolean':
      return 0;
    case 'number':
      return 1;
    case 'string':
      return 2;
  }
}

function spoilt(context: Context, before: number, zero: CesqlValue, ticks: 0 | 1): CesqlValue {
  settle(context, before, ticks);
  return zero;
}
