// The cases of a run: those of its tasks, each as the claims of the target have it.
import type { Case, Task } from './case.js';
import type { Claims } from './claims.js';
import type { Observation } from './observed.js';

/** The cases that these tasks have, in their order. */
export const casesOfTasks = (cases: readonly Case[], tasks: readonly Task[]): readonly Case[] =>
  cases.filter(({ task }) => tasks.includes(task));

/** Invalid input is judged where the target claims to validate, and recorded elsewhere. */
export function casesFor(
  cases: readonly Case[],
  { validates }: Pick<Claims, 'validates'>,
  observation: Observation,
): readonly Case[] {
  if (!validates) return cases;
  const asked = observation === 'adapter' ? 'event' : 'message';
  return cases.map((item) => item.whenValidating?.(asked) ?? item);
}
