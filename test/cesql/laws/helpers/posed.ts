// Laws are about trees: what a generator drew is put into larger ones, and each is evaluated in the error modes.
import fc from 'fast-check';
import { compile } from '../../../../src/cesql/compile.js';
import { print } from '../../../../src/cesql/print.js';
import type { CesqlErrorKind, CesqlValue, ErrorMode, Expression } from '../../../../src/cesql/types.js';
import type { CloudEvent } from '../../../../src/event/types.js';
import { expressions } from '../../../../src/generate/expression/expressions.js';
import type { Posed } from '../../../../src/generate/expression/posed.js';
import type { ExpressionOptions } from '../../../../src/generate/expression/types.js';

export const MODES: readonly ErrorMode[] = ['complete', 'fail-fast', 'operator'];

/** What came out, with the kinds of the errors in the order in which they arose. */
export interface Came {
  readonly value: CesqlValue;
  readonly errors: readonly CesqlErrorKind[];
}

export function evaluated(expression: Expression, event: CloudEvent, mode: ErrorMode): Came {
  const { value, errors } = compile(expression, { mode })(event);
  return { value, errors: errors.map(({ kind }) => kind) };
}

/** So many draws for each law; the whole of them takes seconds. */
const RUNS = 600;

/** Checks a law over expressions of a depth. The failure names the smallest expression that breaks it. */
export function holdsFor(
  law: (posed: Posed, another: Expression) => void,
  options: ExpressionOptions = {},
  seed = 1,
): void {
  const drawn = expressions({ depth: 2, ...options });
  fc.assert(
    fc.property(drawn, drawn, (posed, { expression }) => law(posed, expression)),
    {
      numRuns: RUNS,
      seed,
      reporter: (run) => {
        if (!run.failed) return;
        const [posed, another] = run.counterexample ?? [];
        const texts = [posed, another].map((one) => (one === undefined ? '' : print(one.expression)));
        const attributes = JSON.stringify([...(posed?.event.attributes ?? [])]);
        throw new Error(`broken by ${texts.join(' and ')} about ${attributes}`, { cause: run.errorInstance });
      },
    },
  );
}

/** How many of the draws a condition is true of; a law with a condition says nothing where there are none. */
export function countOf(condition: (posed: Posed, another: Expression) => boolean, options: ExpressionOptions = {}) {
  let count = 0;
  holdsFor((posed, another) => {
    if (condition(posed, another)) count++;
  }, options);
  return count;
}

/** An attribute that the event lacks, as an operand: what stands around it gives its zero value (section 3.2). */
export const isMissing = (node: Expression, { attributes }: CloudEvent): boolean =>
  node.kind === 'attribute' && !attributes.has(node.name);
