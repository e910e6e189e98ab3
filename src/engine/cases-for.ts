// The cases of a run: those of its tasks, each as the claims of the target have it.
import type { Case, Task } from './case.js';
import type { Claims } from './claims.js';

/** The cases that these tasks have, in their order. */
export const casesOfTasks = (cases: readonly Case[], tasks: readonly Task[]): readonly Case[] =>
  cases.filter(({ task }) => tasks.includes(task));

/** Invalid input is judged where the target claims to validate, and recorded elsewhere. */
export const casesFor = (cases: readonly Case[], { validates }: Pick<Claims, 'validates'>): readonly Case[] =>
  validates ? cases.map((item) => item.whenValidating?.() ?? item) : cases;
