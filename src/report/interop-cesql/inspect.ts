// What stands in an expression, seen part by part: each part is evaluated alone, so that it is known which of them fails.
import { compile } from '../../cesql/compile.js';
import { BUILT_INS } from '../../cesql/functions/built-ins.js';
import { dispatch } from '../../cesql/functions/table.js';
import type { FunctionDefinition } from '../../cesql/functions/types.js';
import type { Call, CesqlErrorKind, CesqlValue, Expression } from '../../cesql/types.js';
import type { CloudEvent } from '../../event/types.js';
import { childrenOf } from '../../generate/expression/nodes.js';

export interface Part {
  readonly node: Expression;
  /** The kinds of all errors that arise in it, where evaluation goes on behind each. */
  readonly errors: readonly CesqlErrorKind[];
  readonly value: CesqlValue;
  /** An attribute that the event lacks. */
  readonly isMissing: boolean;
  readonly operands: readonly Part[];
}

/** An expression and its parts. Expressions that were shrunk are small, so nothing is saved. */
export function inspect(node: Expression, event: CloudEvent): Part {
  const { value, errors } = compile(node, { mode: 'complete' })(event);
  return {
    node,
    value,
    errors: errors.map(({ kind }) => kind),
    isMissing: node.kind === 'attribute' && !event.attributes.has(node.name),
    operands: childrenOf(node).map((child) => inspect(child, event)),
  };
}

/** A part and all in it, the part first. */
export function* partsOf(part: Part): Generator<Part> {
  yield part;
  for (const operand of part.operands) yield* partsOf(operand);
}

/** The built-in function that a call goes to. */
export const definitionOf = (node: Call): FunctionDefinition | undefined =>
  dispatch([BUILT_INS], node.name, node.arguments.length);

/** Whether an error arises in the part itself, and not in its operands. */
export const failsItself = (part: Part, kind: CesqlErrorKind): boolean => {
  const count = (errors: readonly string[]): number => errors.filter((one) => one === kind).length;
  return count(part.errors) > part.operands.reduce((sum, { errors }) => sum + count(errors), 0);
};

/** Whether an operator or a call fails: what stands around it has no part in the error. */
export const failsInside = ({ node, errors, operands }: Part): boolean =>
  errors.length > 0 && (operands.length > 0 || node.kind === 'call');
