// What a target can be asked at all: it follows from how it is reached.
import type { Binding } from '../binding/types.js';
import { TASKS, type Task } from './case.js';
import { bindingsOf, type Requirement, type Role } from './requirement.js';

/** The tasks of a run over a target of this kind, in a fixed order. */
export function tasksOf(way: 'url' | 'sink' | 'filtered-sink' | 'adapter' | 'capture' | 'broker'): readonly Task[] {
  const tasks: Readonly<Record<typeof way, readonly Task[]>> = {
    url: ['decode'],
    sink: ['decode', 'forward'],
    'filtered-sink': ['decode', 'forward', 'filter'],
    adapter: ['decode', 'encode', 'forward', 'evaluate'],
    capture: ['capture'],
    broker: ['relay'],
  };
  return TASKS.filter((task) => tasks[way].includes(task));
}

const ROLES: Readonly<Record<Task, Role>> = {
  decode: 'receiver',
  encode: 'producer',
  forward: 'intermediary',
  capture: 'producer',
  evaluate: 'engine',
  filter: 'broker',
  relay: 'broker',
};

/** The tasks that are about an expression. */
const ABOUT_EXPRESSIONS: ReadonlySet<Task> = new Set(['evaluate', 'filter']);

/** Whether a requirement asks anything of who does these tasks over these bindings. */
export const isAskedOf = (
  requirement: Pick<Requirement, 'id' | 'role'>,
  tasks: readonly Task[],
  bindings: readonly Binding[],
): boolean => {
  const own = bindingsOf(requirement);
  if (own !== undefined && !own.some((binding) => bindings.includes(binding))) return false;
  const isAboutExpressions = requirement.id.startsWith('cesql.');
  return tasks
    .filter((task) => ABOUT_EXPRESSIONS.has(task) === isAboutExpressions)
    .some((task) => (requirement.role === 'any' ? task !== 'relay' : ROLES[task] === requirement.role));
};
