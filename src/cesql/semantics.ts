// What the evaluator asks for each rule of section 3. It decides nothing itself that stands in this table, so a fault
// of an engine is a table with one entry changed.
import type { FunctionDefinition, FunctionTable } from './functions/types.js';
import type { Outcome, Problem } from './problem.js';
import type { BinaryOperator, CesqlEvent, CesqlType, CesqlValue, UnaryOperator } from './types.js';

/** Where an operand stands. `index` counts from 0: the left operand or first argument. Elements of a set begin at 1. */
export interface OperandPlace {
  readonly construct: 'root' | 'call' | 'LIKE' | 'NOT LIKE' | 'IN' | 'NOT IN' | UnaryOperator | BinaryOperator;
  readonly index: number;
}

/**
 * What becomes of a missing attribute. `zero`: the construct around it gives the zero value of its type. `value`: the
 * operand has this value, and the construct goes on. The error is reported unless `silent`.
 */
export type MissingOperand =
  | { readonly kind: 'zero'; readonly silent?: boolean }
  | { readonly kind: 'value'; readonly value: CesqlValue; readonly silent?: boolean };

export interface UnaryDefinition {
  readonly result: CesqlType;
  /** The type that the operand is cast to, given the one it has. */
  readonly operand: (type: CesqlType) => CesqlType;
  /** A method, so that it may ask for the type that `operand` sees to. */
  apply(value: CesqlValue): Outcome;
}

export interface BinaryDefinition {
  readonly result: CesqlType;
  /** The types that the operands are cast to, given those they have. */
  readonly operands: (left: CesqlType, right: CesqlType) => readonly [left: CesqlType, right: CesqlType];
  /** The value of a left operand, cast, that decides alone; the right one is not evaluated then. Its value is the result. */
  readonly decisive?: CesqlValue;
  /** A method, so that it may ask for the types that `operands` sees to. */
  apply(left: CesqlValue, right: CesqlValue): Outcome;
}

/** Whether a value matches. In brackets because it may ask for the type that `operand` sees to. */
export type Matcher = { match(value: CesqlValue): Outcome<boolean> }['match'];

export interface LikeDefinition {
  /** The type that the operand is cast to, given the one it has. */
  readonly operand: (type: CesqlType) => CesqlType;
  /** Called once for a pattern. */
  readonly matcher: (pattern: string) => Matcher;
  /** What NOT LIKE makes of what LIKE found. */
  readonly negate: (matches: boolean) => boolean;
}

export interface InDefinition {
  /** The type that an element is cast to, given the type of the left operand and its own. */
  readonly element: (left: CesqlType, element: CesqlType) => CesqlType;
  readonly equal: (left: CesqlValue, element: CesqlValue) => boolean;
  /** What NOT IN makes of what IN found. */
  readonly negate: (found: boolean) => boolean;
}

/** Everything that section 3 says. `compile` reads it once. */
export interface Semantics {
  readonly zero: Readonly<Record<CesqlType, CesqlValue>>;
  /** Casts of section 3.7, asked for values of the other two types only. */
  readonly cast: {
    readonly boolean: (value: number | string) => Outcome<boolean>;
    readonly integer: (value: boolean | string) => Outcome<number>;
    readonly string: (value: boolean | number) => Outcome<string>;
  };
  /** An attribute of an event, or undefined where it is missing. What it throws becomes a generic error. */
  readonly attribute: (event: CesqlEvent, name: string) => CesqlValue | undefined;
  /** EXISTS. What it throws is false. */
  readonly exists: (event: CesqlEvent, name: string) => boolean;
  readonly missing: (place: OperandPlace) => MissingOperand;
  readonly unary: Readonly<Record<UnaryOperator, UnaryDefinition>>;
  readonly binary: Readonly<Record<BinaryOperator, BinaryDefinition>>;
  readonly like: LikeDefinition;
  readonly in: InDefinition;
  /** The built-in functions. */
  readonly functions: FunctionTable;
  /** The definition that a call goes to: of these tables, in this order. */
  readonly dispatch: (tables: readonly FunctionTable[], name: string, arity: number) => FunctionDefinition | undefined;
  /** What a call gives that goes to no definition. */
  readonly missingFunction: (name: string, arity: number) => Outcome;
  /** What becomes of a function that threw, or gave no value of its type. `errors` are those it gave. */
  readonly functionFailure: (name: string, zero: CesqlValue, errors: readonly Problem[]) => Outcome;
}
