// Function calls (section 3.5). What a call goes to is decided here; the arguments of a call that goes nowhere are not
// evaluated.
import { isInteger } from '../../event/integer.js';
import { typeOf } from '../casts.js';
import type { FunctionDefinition } from '../functions/types.js';
import type { Outcome, Problem } from '../problem.js';
import type { Call, CesqlErrorKind, CesqlType, CesqlValue } from '../types.js';
import { type Build, compileAll, settle } from './build.js';
import { type Code, type Run, raise } from './code.js';
import { operand } from './operand.js';

export function call(build: Build, node: Call): Code {
  const { semantics, tables, ticks } = build;
  const position = node.span.start;
  const arity = node.arguments.length;
  const definition = semantics.dispatch(tables, node.name, arity);
  if (definition === undefined) {
    const outcome = semantics.missingFunction(node.name, arity);
    if (typeof outcome !== 'object') return { kind: 'constant', value: outcome, position };
    const run: Run = (context) => raise(context, outcome, position, ticks);
    return { kind: 'computed', type: typeOf(outcome.value), position, run };
  }
  const runs = compileAll(build, node.arguments).map((argument, index) => {
    const parameter = definition.parameters[index] ?? definition.variadic ?? 'any';
    const target = (type: CesqlType): CesqlType => (parameter === 'any' ? type : parameter);
    return operand(build, argument, { construct: 'call', index }, target);
  });
  return { kind: 'computed', type: definition.result, position, run: calling(build, definition, runs, position) };
}

function calling(build: Build, definition: FunctionDefinition, runs: readonly Run[], position: number): Run {
  const { semantics, stops, ticks } = build;
  const zero = semantics.zero[definition.result];
  const conclude = conclusion(build, definition, zero);
  return (context) => {
    const before = context.clock;
    const values: CesqlValue[] = [];
    for (const run of runs) {
      values.push(run(context));
      if (stops && context.clock !== before) return zero;
    }
    if (context.clock !== before) {
      settle(context, before, ticks);
      return zero;
    }
    const outcome = conclude(values);
    return typeof outcome === 'object' ? raise(context, outcome, position, ticks) : outcome;
  };
}

/** The outcome of a function that may be anybody's: what it gives is checked, and what it throws is caught. */
function conclusion(
  { semantics }: Build,
  { name, result, call: invoke }: FunctionDefinition,
  zero: CesqlValue,
): (values: readonly CesqlValue[]) => Outcome {
  return (values) => {
    try {
      const given: unknown = invoke(values);
      if (isOf(result, given)) return withoutMinusZero(given);
      const { value, errors } = given as { readonly value?: unknown; readonly errors?: unknown };
      const problems = Array.isArray(errors) ? errors.map(toProblem) : [];
      if (problems.length > 0 && isOf(result, value)) return { value: withoutMinusZero(value), errors: problems };
      return semantics.functionFailure(name, zero, problems);
    } catch {
      return semantics.functionFailure(name, zero, []);
    }
  };
}

function isOf(type: CesqlType, value: unknown): value is CesqlValue {
  return type === 'integer' ? typeof value === 'number' && isInteger(value) : typeof value === type;
}

const withoutMinusZero = (value: CesqlValue): CesqlValue => (value === 0 ? 0 : value);

const KINDS: ReadonlySet<unknown> = new Set<CesqlErrorKind>([
  'math',
  'cast',
  'missingAttribute',
  'missingFunction',
  'functionEvaluation',
  'generic',
]);

function toProblem(error: unknown): Problem {
  const { kind, message } = error as { readonly kind?: CesqlErrorKind; readonly message?: unknown };
  return { kind: kind !== undefined && KINDS.has(kind) ? kind : 'functionEvaluation', message: String(message) };
}
