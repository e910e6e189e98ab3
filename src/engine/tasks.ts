// What a target can be asked at all: it follows from how it is reached.
import { TASKS, type Task } from './case.js';
import type { Requirement, Role } from './requirement.js';

/** The tasks of a run over a target of this kind, in a fixed order. */
export function tasksOf(way: 'url' | 'sink' | 'filtered-sink' | 'adapter' | 'capture'): readonly Task[] {
  const tasks: Readonly<Record<typeof way, readonly Task[]>> = {
    url: ['decode'],
    sink: ['decode', 'forward'],
    'filtered-sink': ['decode', 'forward', 'filter'],
    adapter: ['decode', 'encode', 'forward', 'evaluate'],
    capture: ['capture'],
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
};

/** Whether a requirement asks anything of who does these tasks. */
export const isAskedOf = ({ role }: Pick<Requirement, 'role'>, tasks: readonly Task[]): boolean =>
  role === 'any'
    ? tasks.some((task) => task !== 'evaluate' && task !== 'filter')
    : tasks.some((task) => ROLES[task] === role);
