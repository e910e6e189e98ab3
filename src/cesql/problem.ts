// Values that come with errors: every operator and function returns a value, whatever happens (section 3.3).
import type { CesqlErrorKind, CesqlValue } from './types.js';

/** An error without its place, which the evaluator knows. */
export interface Problem {
  readonly kind: CesqlErrorKind;
  readonly message: string;
}

/** A value that comes with errors. */
export interface Failure<T extends CesqlValue = CesqlValue> {
  readonly value: T;
  readonly errors: readonly Problem[];
}

/** A bare value where all went well: the usual case allocates nothing. */
export type Outcome<T extends CesqlValue = CesqlValue> = T | Failure<T>;

/** A value with one error. */
export function failure<T extends CesqlValue>(value: T, kind: CesqlErrorKind, message: string): Failure<T> {
  return { value, errors: [{ kind, message }] };
}
