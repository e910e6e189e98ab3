// What a function is to the engine, built in or the user's (section 3.5).
import type { Failure, Problem } from '../problem.js';
import type { CesqlType, CesqlValue } from '../types.js';

/** A type that an argument is cast to; `any` takes it as it is. */
export type ParameterType = CesqlType | 'any';

/**
 * What a function gives: a value of its result type, or an object with errors and, if it has one, a value. Whatever else
 * it gives, or that it throws, is a FunctionEvaluationError with the zero value (section 3.5.3).
 */
export type FunctionResult =
  | CesqlValue
  | Failure
  | { readonly value?: CesqlValue; readonly errors: readonly Problem[] };

export interface FunctionDefinition {
  /** Letters and underscores, beginning with a letter. Its case does not matter. */
  readonly name: string;
  /** The types of the fixed arguments. */
  readonly parameters: readonly ParameterType[];
  /** The type of any number of further arguments: the function is variadic. */
  readonly variadic?: ParameterType;
  readonly result: CesqlType;
  /** Has to be pure. It is called with as many values as there were arguments, each of its parameter's type. */
  readonly call: (values: readonly CesqlValue[]) => FunctionResult;
}

/** Definitions by their name in upper case. */
export type FunctionTable = ReadonlyMap<string, readonly FunctionDefinition[]>;
