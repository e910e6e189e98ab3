// The cases of a run: those of its tasks, each as the claims of the target have it.
import type { Binding } from '../binding/types.js';
import { formOf } from './carriers.js';
import { type Case, isCarrier, type Task } from './case.js';
import type { Claims } from './claims.js';
import type { Observation } from './observed.js';

/** The cases that these tasks have over these bindings, in their order. */
export const casesOfTasks = (
  cases: readonly Case[],
  tasks: readonly Task[],
  bindings: readonly Binding[],
): readonly Case[] =>
  casesOver(
    cases.filter(({ task }) => tasks.includes(task)),
    bindings,
  );

/** The cases that travel over these bindings, or in no message at all. */
export const casesOver = (cases: readonly Case[], bindings: readonly Binding[]): readonly Case[] =>
  cases.filter(({ carrier }) => !isCarrier(carrier) || bindings.includes(formOf(carrier).binding));

/**
 * What depends on the error mode of an engine is judged by the one that it says it has. Invalid input is judged where the target claims to tell it from valid input, and recorded elsewhere: what is read by
 * who claims to validate, what is asked for by who claims to write valid events only.
 */
export function casesFor(
  cases: readonly Case[],
  { validates, validOnly, errorMode }: Pick<Claims, 'validates' | 'validOnly' | 'errorMode'>,
  observation: Observation,
): readonly Case[] {
  if (!validates && !validOnly && errorMode === undefined) return cases;
  const asked = observation === 'adapter' ? 'event' : 'message';
  const isJudged = ({ task }: Case): boolean => (task === 'encode' ? validOnly : validates);
  return cases.map((item) => {
    if (item.task === 'evaluate') return (errorMode && item.inMode?.(errorMode)) ?? item;
    return isJudged(item) ? (item.whenValidating?.(asked) ?? item) : item;
  });
}
