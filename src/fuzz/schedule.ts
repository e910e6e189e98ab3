// What is tried next: first every requirement over every form, between events at large; then everything by its weight.
// It depends on the seed and on how many trials came before, never on the target.
import type { Aim } from './aims.js';
import { pick } from './draw.js';

export interface Schedule {
  /** The aim of the next trial, whose number is `index`. */
  next(index: number): Aim;
}

/** Every second trial goes to a cell that was not aimed at yet, so that neither has to wait for the other. */
const CELLS_EVERY = 2;

/** A schedule over some aims. Throws where there is none. */
export function createSchedule(aims: readonly Aim[], seed: number): Schedule {
  const unreached = rotated(
    aims.filter(({ cell }) => cell !== undefined),
    seed,
  );
  const total = aims.reduce((sum, { weight }) => sum + weight, 0);
  let drawn = 0;
  return {
    next(index) {
      const isForCells = drawn++ % CELLS_EVERY === 0;
      return (isForCells ? unreached.shift() : undefined) ?? byWeight(aims, pick(seed, index, total));
    },
  };
}

// Runs with other seeds begin elsewhere: many short ones reach together what none reaches alone.
function rotated(aims: readonly Aim[], seed: number): Aim[] {
  const start = aims.length === 0 ? 0 : pick(seed, 0, aims.length);
  return [...aims.slice(start), ...aims.slice(0, start)];
}

function byWeight(aims: readonly Aim[], at: number): Aim {
  let left = at;
  for (const aim of aims) {
    left -= aim.weight;
    if (left < 0) return aim;
  }
  throw new Error('there is nothing to aim at');
}
