// LIKE and NOT LIKE (section 3.4.3).
import type { Like } from '../types.js';
import { type Build, settle } from './build.js';
import { type Code, raise } from './code.js';
import { operand } from './operand.js';

/** The code of the operator over the code of its left operand. */
export function like(build: Build, { pattern, negated, span }: Like, left: Code): Code {
  const { semantics, ticks } = build;
  const definition = semantics.like;
  const run = operand(build, left, { construct: negated ? 'NOT LIKE' : 'LIKE', index: 0 }, definition.operand);
  const matches = definition.matcher(pattern);
  const zero = semantics.zero.boolean;
  return {
    kind: 'computed',
    type: 'boolean',
    position: span.start,
    run: (context) => {
      const before = context.clock;
      const value = run(context);
      if (context.clock !== before) {
        settle(context, before, ticks);
        return zero;
      }
      const outcome = matches(value);
      if (typeof outcome === 'object') return raise(context, outcome, span.start, ticks);
      return negated ? definition.negate(outcome) : outcome;
    },
  };
}
