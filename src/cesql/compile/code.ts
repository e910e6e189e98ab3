// What an expression is compiled to: functions that call each other. Where all goes well they allocate nothing but the
// context and the result of the whole evaluation.
import type { Failure } from '../problem.js';
import type { CesqlError, CesqlEvent, CesqlType, CesqlValue } from '../types.js';

/** One evaluation. */
export interface Context {
  readonly event: CesqlEvent;
  /** Undefined while there are none. */
  errors: CesqlError[] | undefined;
  /**
   * Goes on whenever an operand lets the operator around it give its zero value. An operator compares what it reads
   * before and behind its operands.
   */
  clock: number;
  /** The value of the chain so far, and whether it lets the next operator give its zero value. See `chain.ts`. */
  register: CesqlValue;
  isRegisterFailed: boolean;
}

export type Run = (context: Context) => CesqlValue;

/**
 * A compiled expression. Only an attribute has a type that the event decides. `position` is that of errors about its
 * value.
 */
export type Code =
  | { readonly kind: 'constant'; readonly value: CesqlValue; readonly position: number }
  | { readonly kind: 'attribute'; readonly name: string; readonly position: number }
  | { readonly kind: 'computed'; readonly type: CesqlType; readonly run: Run; readonly position: number };

/** In the order that tables by type have. */
export const TYPES: readonly CesqlType[] = ['boolean', 'integer', 'string'];

/** Adds an error to those of the evaluation. */
export function note(context: Context, error: CesqlError): void {
  if (context.errors === undefined) context.errors = [error];
  else context.errors.push(error);
}

/** Adds the errors of a failure, and gives its value. `ticks`: how far the clock goes on, which the mode decides. */
export function raise(context: Context, failure: Failure, position: number, ticks: 0 | 1): CesqlValue {
  for (const { kind, message } of failure.errors) note(context, { kind, message, position });
  context.clock += ticks;
  return failure.value;
}
