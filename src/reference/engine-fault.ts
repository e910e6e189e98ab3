// What an engine of expressions answers, and what can be wrong with one.
import type { FunctionTable } from '../cesql/functions/types.js';
import type { Semantics } from '../cesql/semantics.js';
import type { Syntax } from '../cesql/syntax.js';
import type { Expression } from '../cesql/types.js';
import type { JsonValue } from '../event/types.js';
import type { Question } from '../target/types.js';

/** What an engine answers: the value, of whatever type, and the kinds of the errors. */
export interface EngineAnswer {
  readonly value?: JsonValue;
  readonly errors: readonly string[];
}

/** Changes of an engine. Each is optional; they apply in this order. */
export interface EngineFault {
  readonly syntax?: (syntax: Syntax) => Syntax;
  /** Alters what was parsed. */
  readonly tree?: (expression: Expression) => Expression;
  readonly semantics?: (semantics: Semantics) => Semantics;
  /** Alters the user functions. */
  readonly functions?: (functions: FunctionTable) => FunctionTable;
  /** Alters the answer. */
  readonly answer?: (answer: EngineAnswer, question: Question) => EngineAnswer;
}
