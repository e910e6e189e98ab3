// Mutations of messages of a binding, from a single bit to twenty thousand brackets.
import fc from 'fast-check';
import type { Binding } from '../../binding/types.js';
import { BODY_STEPS } from './body-steps.js';
import { deliveries, WHOLE } from './deliveries.js';
import { lineSteps } from './line-steps.js';
import type { Mutation, Step } from './types.js';

/** More of them at once only hide each other. */
const MOST_STEPS = 4;

/** Mutations of messages of this binding. They shrink to the smallest place of the fewest steps. */
export function mutations(binding: Binding): fc.Arbitrary<Mutation> {
  const step = fc.oneof<fc.WeightedArbitrary<Step>[]>(...BODY_STEPS, ...lineSteps(binding));
  return fc
    .tuple(
      fc.array(step, { minLength: 1, maxLength: MOST_STEPS }),
      binding === 'http' ? deliveries : fc.constant(WHOLE),
    )
    .map(([steps, how]) => ({ steps, delivery: how }));
}
