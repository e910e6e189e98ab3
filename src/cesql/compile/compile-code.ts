// The code of any expression. What leans to the left is gone through in a loop, so only real depth takes stack.
import type { Binary, Expression, In, Like } from '../types.js';
import { binary } from './binary.js';
import type { Build } from './build.js';
import { call } from './call.js';
import { chain, register } from './chain.js';
import type { Code, Run } from './code.js';
import { exists } from './exists.js';
import { isIn } from './in.js';
import { like } from './like.js';
import { unary } from './unary.js';

/** An expression whose first operand stands left of its operator. */
type Leaning = Binary | Like | In;

/** Compiles an expression that is no deeper than the stack allows. */
export function compileCode(build: Build, expression: Expression): Code {
  const operators: Leaning[] = [];
  let first = expression;
  for (let left = leftOf(first); left !== undefined; left = leftOf(first)) {
    operators.push(first as Leaning);
    first = left;
  }
  let code = compileFirst(build, first);
  const cuts: Run[] = [];
  let nested = 0;
  for (const operator of operators.reverse()) {
    if (nested === build.nesting && code.kind === 'computed') {
      cuts.push(code.run);
      code = register(code.type, code.position);
      nested = 0;
    }
    code = compileLeaning(build, operator, code);
    nested += 1;
  }
  const [run, ...others] = cuts;
  if (run === undefined || code.kind !== 'computed') return code;
  return { ...code, run: chain(run, [...others, code.run]) };
}

function leftOf(expression: Expression): Expression | undefined {
  switch (expression.kind) {
    case 'binary':
      return expression.left;
    case 'like':
    case 'in':
      return expression.operand;
    default:
      return undefined;
  }
}

function compileLeaning(build: Build, expression: Leaning, left: Code): Code {
  switch (expression.kind) {
    case 'binary':
      return binary(build, expression, left);
    case 'like':
      return like(build, expression, left);
    case 'in':
      return isIn(build, expression, left);
  }
}

function compileFirst(build: Build, expression: Expression): Code {
  const position = expression.span.start;
  switch (expression.kind) {
    case 'literal':
      return { kind: 'constant', value: expression.value, position };
    case 'attribute':
      return { kind: 'attribute', name: expression.name, position };
    case 'unary':
      return unary(build, expression);
    case 'exists':
      return exists(build, expression);
    case 'call':
      return call(build, expression);
    default:
      // What leans has a left operand, so it is never first.
      return compileCode(build, expression);
  }
}
