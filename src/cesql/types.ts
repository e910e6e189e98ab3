// CESQL 1.0.0 as data: expressions, values, errors. Everything else in this folder makes these or reads them.

/** A value: a Boolean, an Integer (a whole number of 32 bits) or a String (section 3.1). */
export type CesqlValue = boolean | number | string;

/** The name of a value's type. */
export type CesqlType = 'boolean' | 'integer' | 'string';

/** The kinds of error (section 3.3). */
export type CesqlErrorKind =
  | 'parse'
  | 'math'
  | 'cast'
  | 'missingAttribute'
  | 'missingFunction'
  | 'functionEvaluation'
  | 'generic';

/** A part of the text, in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What went wrong, and where in the text of the expression (an offset in UTF-16 units). */
export interface CesqlError {
  readonly kind: CesqlErrorKind;
  readonly message: string;
  readonly position?: number;
}

/**
 * What becomes of an error (section 4.1 leaves it open). `complete`: evaluation goes on with the operand's own value.
 * `fail-fast`: it ends, with the zero value of the type of the whole expression. `operator`: an operator or function
 * whose operand failed returns its own zero value.
 */
export type ErrorMode = 'complete' | 'fail-fast' | 'operator';

export type UnaryOperator = 'NOT' | '-';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';

export type ComparisonOperator = '=' | '!=' | '<>' | '<' | '<=' | '>' | '>=';

export type LogicOperator = 'AND' | 'OR' | 'XOR';

export type BinaryOperator = ArithmeticOperator | ComparisonOperator | LogicOperator;

/** A syntax tree (section 2). Parentheses leave no node. */
export type Expression = Literal | Attribute | Unary | Binary | Like | Exists | In | Call;

export interface Literal {
  readonly kind: 'literal';
  readonly value: CesqlValue;
  readonly span: Span;
}

export interface Attribute {
  readonly kind: 'attribute';
  readonly name: string;
  readonly span: Span;
}

export interface Unary {
  readonly kind: 'unary';
  readonly operator: UnaryOperator;
  readonly operand: Expression;
  readonly span: Span;
}

export interface Binary {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly span: Span;
}

/** `pattern` is the value of the string literal, with its `\%` and `\_`. */
export interface Like {
  readonly kind: 'like';
  readonly operand: Expression;
  readonly pattern: string;
  readonly negated: boolean;
  readonly span: Span;
}

export interface Exists {
  readonly kind: 'exists';
  readonly name: string;
  readonly span: Span;
}

/** `set` has at least one element. */
export interface In {
  readonly kind: 'in';
  readonly operand: Expression;
  readonly set: readonly Expression[];
  readonly negated: boolean;
  readonly span: Span;
}

/** `name` is as it was written; its case does not matter. */
export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly arguments: readonly Expression[];
  readonly span: Span;
}

/** What reading a text gives. */
export type Parsed =
  | { readonly kind: 'parsed'; readonly expression: Expression }
  | { readonly kind: 'problem'; readonly error: CesqlError };

/** What a text may ask of the engine. Beyond it there is a parse error. */
export interface Limits {
  /** Longest text, in UTF-16 units. */
  readonly length: number;
  /** Deepest nesting: of parentheses, arguments, right operands and unary operators in each other. */
  readonly depth: number;
}

/** What an evaluation gives: always a value, and the errors in the order in which they arose. */
export interface Evaluation {
  readonly value: CesqlValue;
  readonly errors: readonly CesqlError[];
}

/**
 * An event: the model's (`attributes` is a Map), one with its attributes in an object, or a JSON event as it is. Only own
 * properties count; `null` and `undefined` are absent. A value that is no Boolean, Integer or String is read as the
 * String of it: a Date in RFC 3339, bytes in base64.
 */
export type CesqlEvent = object;
