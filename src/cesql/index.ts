// The library `ce-conform/cesql`: CESQL 1.0.0 for any program.

export { type CompileOptions, compile, type Evaluate } from './compile.js';
export { type EvaluateOptions, evaluate } from './evaluate.js';
export { type DefinedFunctions, defineFunctions } from './functions/define-functions.js';
export type { FunctionDefinition, FunctionResult, FunctionTable, ParameterType } from './functions/types.js';
export { parse } from './parse.js';
export { pointAt } from './point-at.js';
export { print } from './print.js';
export type { Failure, Problem } from './problem.js';
export type {
  Attribute,
  Binary,
  BinaryOperator,
  Call,
  CesqlError,
  CesqlErrorKind,
  CesqlEvent,
  CesqlType,
  CesqlValue,
  ErrorMode,
  Evaluation,
  Exists,
  Expression,
  In,
  Like,
  Limits,
  Literal,
  Parsed,
  Span,
  Unary,
  UnaryOperator,
} from './types.js';
