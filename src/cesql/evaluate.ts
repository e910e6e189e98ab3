// An expression and an event in, a value and errors out.
import { type CompileOptions, compile } from './compile.js';
import { parse } from './parse.js';
import type { Syntax } from './syntax.js';
import type { CesqlEvent, Evaluation } from './types.js';

export interface EvaluateOptions extends CompileOptions {
  /** Another syntax than that of the specification. */
  readonly syntax?: Syntax;
}

/**
 * Evaluates an expression over an event. Never throws. A parse error comes with the value false. Where one expression is
 * evaluated over many events, `parse` and `compile` it once.
 */
export function evaluate(expression: string, event: CesqlEvent, options: EvaluateOptions = {}): Evaluation {
  const parsed = parse(expression, options.limits, options.syntax);
  if (parsed.kind === 'problem') return { value: false, errors: [parsed.error] };
  return compile(parsed.expression, options)(event);
}
