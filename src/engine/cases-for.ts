// The cases of a run: those of its tasks, each as the claims of the target have it.
import type { Case, Task } from './case.js';
import type { Claims } from './claims.js';
import type { Observation } from './observed.js';

/** The cases that these tasks have, in their order. */
export const casesOfTasks = (cases: readonly Case[], tasks: readonly Task[]): readonly Case[] =>
  cases.filter(({ task }) => tasks.includes(task));

/**
 * Invalid input is judged where the target claims to tell it from valid input, and recorded elsewhere: what is read by
 * who claims to validate, what is asked for by who claims to write valid events only.
 */
export function casesFor(
  cases: readonly Case[],
  { validates, validOnly }: Pick<Claims, 'validates' | 'validOnly'>,
  observation: Observation,
): readonly Case[] {
  if (!validates && !validOnly) return cases;
  const asked = observation === 'adapter' ? 'event' : 'message';
  const isJudged = ({ task }: Case): boolean => (task === 'encode' ? validOnly : validates);
  return cases.map((item) => (isJudged(item) ? (item.whenValidating?.(asked) ?? item) : item));
}
