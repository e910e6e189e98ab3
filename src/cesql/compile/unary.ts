// NOT and minus (section 3.4.1).
import type { Unary } from '../types.js';
import { type Build, settle } from './build.js';
import { type Code, raise } from './code.js';
import { operand } from './operand.js';

export function unary(build: Build, { operator, operand: of, span }: Unary): Code {
  const { semantics, ticks } = build;
  const definition = semantics.unary[operator];
  const { result: type } = definition;
  const zero = semantics.zero[type];
  const run = operand(build, build.compile(build, of), { construct: operator, index: 0 }, definition.operand);
  return {
    kind: 'computed',
    type,
    position: span.start,
    run: (context) => {
      const before = context.clock;
      const value = run(context);
      if (context.clock !== before) {
        settle(context, before, ticks);
        return zero;
      }
      const outcome = definition.apply(value);
      return typeof outcome === 'object' ? raise(context, outcome, span.start, ticks) : outcome;
    },
  };
}
