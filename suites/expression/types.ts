// The shape of a CESQL vector, as the YAML files in `fixtures/cesql/` hold it (schema: `ce-conform schema expressions`).
import type { ErrorMode } from '../../src/engine/error-mode.js';
import type { AttributeValue } from '../../src/event/types.js';

/** A value of the language: a Boolean, an Integer of 32 bits, or a String. */
export type ExpressionValue = boolean | number | string;

/** The text of an expression, or how a long one is made. */
export type ExpressionSource =
  | string
  | {
      readonly before?: string;
      readonly repeat: string;
      readonly times: number;
      readonly middle?: string;
      readonly close?: string;
      readonly after?: string;
    };

/**
 * What comes out of an evaluation. Without `errors` there are none; else one of these kinds is among them, and none of
 * `not`.
 */
export type Outcome =
  | { readonly value: ExpressionValue; readonly errors?: readonly string[]; readonly not?: readonly string[] }
  | { readonly values: Readonly<Record<ErrorMode, ExpressionValue>>; readonly errors: readonly string[] }
  | { readonly type: 'boolean' | 'integer' | 'string'; readonly errors?: readonly string[] }
  | { readonly parseError: true }
  | { readonly error: 'any' };

interface Common {
  readonly requirement: string;
  readonly variant: string;
  readonly title: string;
  readonly expression: ExpressionSource;
  readonly event?: {
    readonly set?: Readonly<Record<string, AttributeValue>>;
    readonly unset?: readonly string[];
  };
  /** `requirement/variant` of the same without the defect. */
  readonly twin?: string;
  /** `requirement/variant` of cases that must have passed before a failure says anything about this requirement. */
  readonly requires?: readonly string[];
  readonly why?: string;
  readonly level?: 'should' | 'may' | 'info';
}

/** An expression that an engine is asked about. Without `expect`, the outcome is recorded. */
export interface EvaluationVector extends Common {
  readonly expect?: Outcome | { readonly oneOf: readonly Outcome[] };
  /** How often it is asked; the answers are equal. */
  readonly times?: number;
  /** It calls user functions. */
  readonly functions?: true;
}

/** An expression that is the filter of a subscription. Without `passes`, the outcome is recorded. */
export interface FilterVector extends Common {
  readonly passes?: boolean;
}

export interface EvaluationFile {
  readonly document: 'cesql';
  readonly section: string;
  readonly exchange: 'evaluate';
  readonly vectors: readonly EvaluationVector[];
}

export interface FilterFile {
  readonly document: 'cesql';
  readonly section: string;
  readonly exchange: 'filter';
  readonly vectors: readonly FilterVector[];
}
