// Long chains of operators, such as a hundred thousand terms with AND between them. They lean to the left, so each
// operator takes the value so far from a register of the context, and a loop goes through them without a deep stack.
import type { CesqlType } from '../types.js';
import type { Code, Context, Run } from './code.js';

/** The left operand of the first operator behind a cut: the value so far. */
export function register(type: CesqlType, position: number): Code {
  return { kind: 'computed', type, position, run: readRegister };
}

/** Runs that follow each other; each but the first reads the register before anything else. */
export function chain(first: Run, others: readonly Run[]): Run {
  return (context) => {
    let before = context.clock;
    let value = first(context);
    for (const run of others) {
      context.register = value;
      context.isRegisterFailed = context.clock !== before;
      before = context.clock;
      value = run(context);
    }
    return value;
  };
}

function readRegister(context: Context): Context['register'] {
  // The operator that reads it began to watch the clock only just now.
  if (context.isRegisterFailed) context.clock += 1;
  return context.register;
}
