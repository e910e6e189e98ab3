// From a tree to a function of events. The tables are read here, once; an evaluation only calls what they gave.
import { toBuild } from './compile/build.js';
import type { Code, Context, Run } from './compile/code.js';
import { compileCode } from './compile/compile-code.js';
import { depthOf } from './compile/depth-of.js';
import { AS_IT_IS, operand } from './compile/operand.js';
import { DEFAULT_SEMANTICS } from './default-semantics.js';
import type { FunctionTable } from './functions/types.js';
import { DEFAULT_LIMITS } from './limits.js';
import type { Semantics } from './semantics.js';
import type { CesqlError, CesqlEvent, CesqlValue, ErrorMode, Evaluation, Expression, Limits } from './types.js';

export interface CompileOptions {
  /** Default `operator`, which agrees with most of the official TCK. */
  readonly mode?: ErrorMode;
  /** Functions beside the built-in ones, from `defineFunctions`. */
  readonly functions?: FunctionTable;
  readonly limits?: Partial<Limits>;
  /** Another semantics than that of the specification. */
  readonly semantics?: Semantics;
}

/** Evaluates one expression over an event. Never throws, and never changes the event. */
export type Evaluate = (event: CesqlEvent) => Evaluation;

const NO_ERRORS: readonly CesqlError[] = Object.freeze([]);

/** What a value that is no object has for attributes. */
const NO_EVENT: CesqlEvent = Object.freeze({});

/** The operators of a chain that call each other. Where the tree is deep, every call counts. */
const [NESTING, DEEP] = [32, 16];

/**
 * Compiles an expression. Never throws. A tree deeper than the limit gives false and a generic error for every event.
 */
export function compile(expression: Expression, options: CompileOptions = {}): Evaluate {
  const { mode = 'operator', semantics = DEFAULT_SEMANTICS, functions } = options;
  const limit = options.limits?.depth ?? DEFAULT_LIMITS.depth;
  try {
    const depth = depthOf(expression, limit);
    if (depth > limit) return () => failed(semantics, `nested deeper than ${limit} levels`);
    const nesting = depth > DEEP ? 1 : NESTING;
    const tables = [...(functions === undefined ? [] : [functions]), semantics.functions];
    const build = toBuild(semantics, tables, mode, { nesting, compile: compileCode });
    const code = compileCode(build, expression);
    const run = operand(build, code, { construct: 'root', index: 0 }, AS_IT_IS);
    return evaluator(run, mode, semantics, zeroOf(code, semantics));
  } catch {
    // Where the caller left little of the stack, or set a limit that it does not hold.
    return () => failed(semantics, 'nested deeper than the stack allows');
  }
}

function evaluator(run: Run, mode: ErrorMode, semantics: Semantics, zero: CesqlValue): Evaluate {
  // Made ahead: where there is no stack left, nothing more can be called.
  const outOfStack = failed(semantics, 'the evaluation ran out of stack');
  return (event) => {
    const context: Context = {
      event: typeof event === 'object' && event !== null ? event : NO_EVENT,
      errors: undefined,
      clock: 0,
      register: false,
      isRegisterFailed: false,
    };
    try {
      const value = run(context);
      const { errors } = context;
      if (errors === undefined) return { value, errors: NO_ERRORS };
      return mode === 'fail-fast' ? { value: zero, errors: errors.slice(0, 1) } : { value, errors };
    } catch {
      // The caller left too little of it: a tree within the limit needs less than half.
      return outOfStack;
    }
  };
}

/** The zero value of the type of the whole expression; of an attribute, that of a Boolean (section 3.2). */
function zeroOf(code: Code, { zero }: Semantics): CesqlValue {
  if (code.kind === 'computed') return zero[code.type];
  return code.kind === 'constant' ? code.value : zero.boolean;
}

function failed({ zero }: Semantics, message: string): Evaluation {
  return { value: zero.boolean, errors: [{ kind: 'generic', message }] };
}
