// Operands: evaluated, and cast to the type that the operator or function around them wants (section 3.7).
import { typeOf } from '../casts.js';
import type { Outcome } from '../problem.js';
import type { MissingOperand, OperandPlace } from '../semantics.js';
import type { CesqlError, CesqlType, CesqlValue } from '../types.js';
import { type Build, typesOf } from './build.js';
import { type Code, type Context, note, type Run, raise } from './code.js';

/** The type that a value is cast to, given the one it has. */
export type Target = (type: CesqlType) => CesqlType;

export const AS_IT_IS: Target = (type) => type;

/** The run of an operand in its place. It drives the clock where the construct around it has to give its zero value. */
export function operand(build: Build, code: Code, place: OperandPlace, target: Target): Run {
  const { position } = code;
  const [type, ...others] = typesOf(code);
  const wanted = others.length === 0 && type !== undefined ? target(type) : undefined;
  switch (code.kind) {
    case 'constant': {
      const outcome = castTo(build, code.value, wanted ?? typeOf(code.value));
      if (typeof outcome !== 'object') return () => outcome;
      return (context) => raise(context, outcome, position, build.ticks);
    }
    case 'computed':
      return wanted === undefined || wanted === code.type ? code.run : casting(build, code.run, wanted, position);
    case 'attribute':
      return attribute(build, code, place, target);
  }
}

/** A value of a type, cast where it has another. */
export function castTo({ semantics: { cast } }: Build, value: CesqlValue, type: CesqlType): Outcome {
  if (typeOf(value) === type) return value;
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean' ? value : cast.boolean(value);
    case 'integer':
      return typeof value === 'number' ? value : cast.integer(value);
    case 'string':
      return typeof value === 'string' ? value : cast.string(value);
  }
}

function casting(build: Build, run: Run, wanted: CesqlType, position: number): Run {
  const zero = build.semantics.zero[wanted];
  const { ticks } = build;
  return (context) => {
    const before = context.clock;
    const value = run(context);
    // The zero value of what failed is not worth a second error.
    if (context.clock !== before) return zero;
    const outcome = castTo(build, value, wanted);
    return typeof outcome === 'object' ? raise(context, outcome, position, ticks) : outcome;
  };
}

function attribute(
  build: Build,
  { name, position }: Extract<Code, { kind: 'attribute' }>,
  place: OperandPlace,
  target: Target,
): Run {
  const { semantics, ticks } = build;
  const missing = semantics.missing(place);
  const [boolean, integer, string] = [target('boolean'), target('integer'), target('string')];
  const instead = absence(build, missing, target);
  const absent: CesqlError = { kind: 'missingAttribute', message: `the event has no ${name}`, position };
  const unreadable: CesqlError = { kind: 'generic', message: `${name} of the event cannot be read`, position };
  const gone = (context: Context, error: CesqlError): CesqlValue => {
    if (missing.silent !== true) note(context, error);
    if (missing.kind === 'zero') context.clock += 1;
    return instead;
  };
  const cast = (context: Context, value: CesqlValue, type: CesqlType): CesqlValue => {
    const outcome = castTo(build, value, type);
    return typeof outcome === 'object' ? raise(context, outcome, position, ticks) : outcome;
  };
  const { attribute: read } = semantics;
  return (context) => {
    let value: CesqlValue | undefined;
    try {
      value = read(context.event, name);
    } catch {
      return gone(context, unreadable);
    }
    switch (typeof value) {
      case 'string':
        return string === 'string' ? value : cast(context, value, string);
      case 'number':
        return integer === 'integer' ? value : cast(context, value, integer);
      case 'boolean':
        return boolean === 'boolean' ? value : cast(context, value, boolean);
      default:
        return gone(context, absent);
    }
  };
}

/** What stands in the place of a missing attribute. */
function absence(build: Build, missing: MissingOperand, target: Target): CesqlValue {
  // Where the type of the operand is open, a Boolean is assumed (section 3.2).
  if (missing.kind === 'zero') return build.semantics.zero[target('boolean')];
  const outcome = castTo(build, missing.value, target(typeOf(missing.value)));
  return typeof outcome === 'object' ? outcome.value : outcome;
}
