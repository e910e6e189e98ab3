// The cases of a run: those of its tasks, each as the claims of the target have it.
import type { Case, Task } from './case.js';
import type { Claims } from './claims.js';

/** The cases that these tasks have, in their order. */
export const casesOfTasks = (cases: readonly Case[], tasks: readonly Task[]): readonly Case[] =>
  cases.filter(({ task }) => tasks.includes(task));

/**
 * Invalid input is judged where the target claims to tell it from valid input, and recorded elsewhere: what is read by
 * who claims to validate, what is asked for by who claims to write valid events only.
 */
export const casesFor = (
  cases: readonly Case[],
  { validates, validOnly }: Pick<Claims, 'validates' | 'validOnly'>,
): readonly Case[] =>
  validates || validOnly
    ? cases.map((item) => ((item.task === 'encode' ? validOnly : validates) ? (item.whenValidating?.() ?? item) : item))
    : cases;
