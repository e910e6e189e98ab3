// What the generator of expressions is told.
import type fc from 'fast-check';
import type { CesqlType } from '../../cesql/types.js';
import type { AttributeValue } from '../../event/types.js';

/** An attribute that expressions speak about. */
export interface AttributeSource {
  readonly name: string;
  /** The type that it has where an event has it. */
  readonly type: CesqlType;
  readonly values: fc.Arbitrary<AttributeValue>;
  /** Every event has it. */
  readonly isRequired?: true;
}

export interface ExpressionOptions {
  /**
   * Every operand has the type that its operator or function takes, and every call has its definition: no cast, and no
   * missing function. Attributes can be missing all the same, and arithmetic can fail. Default: mixed with what is not so.
   */
  readonly wellTyped?: boolean;
  /** Operators and calls inside each other, at most. Default 4. */
  readonly depth?: number;
  /** Attributes beside the required ones, and beside a name that no event has. Default: some of each type. */
  readonly attributes?: readonly AttributeSource[];
}
