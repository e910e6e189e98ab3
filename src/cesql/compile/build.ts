// What every part of the compiler knows while it compiles one expression.
import { typeOf } from '../casts.js';
import type { FunctionTable } from '../functions/types.js';
import type { Semantics } from '../semantics.js';
import type { CesqlType, ErrorMode, Expression } from '../types.js';
import { type Code, type Context, TYPES } from './code.js';

export interface Build {
  readonly semantics: Semantics;
  /** Where calls are looked up, in this order. */
  readonly tables: readonly FunctionTable[];
  /** Fail-fast: once the clock went on, nothing more is evaluated. */
  readonly stops: boolean;
  /** How far an error drives the clock: not at all in complete mode. */
  readonly ticks: 0 | 1;
  /** So many operators of a chain call each other, before the chain is cut. */
  readonly nesting: number;
  /** Compiles an operand: operators hold operands, and these hold operators. */
  readonly compile: (build: Build, expression: Expression) => Code;
}

export function toBuild(
  semantics: Semantics,
  tables: readonly FunctionTable[],
  mode: ErrorMode,
  shape: Pick<Build, 'nesting' | 'compile'>,
): Build {
  return { semantics, tables, stops: mode === 'fail-fast', ticks: mode === 'complete' ? 0 : 1, ...shape };
}

/** Compiles operands that stand beside each other. A loop, for a callback would take stack at every level. */
export function compileAll(build: Build, expressions: readonly Expression[]): readonly Code[] {
  const codes: Code[] = [];
  for (const expression of expressions) codes.push(build.compile(build, expression));
  return codes;
}

/** The type of a code, or all of them. */
export function typesOf(code: Code): readonly CesqlType[] {
  switch (code.kind) {
    case 'constant':
      return [typeOf(code.value)];
    case 'computed':
      return [code.type];
    case 'attribute':
      return TYPES;
  }
}

/**
 * Ends an operator whose operands let it give its zero value. In complete mode a missing attribute spoils the operator
 * around it and no more (section 3.2), so the clock goes back.
 */
export function settle(context: Context, before: number, ticks: 0 | 1): void {
  if (ticks === 0) context.clock = before;
}
