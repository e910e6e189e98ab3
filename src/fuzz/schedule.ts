// What is tried next: first every requirement over every form, between events at large; then everything by its weight.
// It depends on the seed and on how many trials came before, never on the target.
import type { Aim } from './aims.js';
import { pick } from './draw.js';

export interface Schedule {
  /** The aim of the next trial, whose number is `index`. */
  next(index: number): Aim;
}

/** Which part of how many, from 0. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** Every second trial goes to a cell that was not aimed at yet, so that neither has to wait for the other. */
const CELLS_EVERY = 2;

/** A schedule over some aims, for one of so many parts of a seed. Throws where there is none. */
export function createSchedule(aims: readonly Aim[], seed: number, shard: Shard = { index: 0, of: 1 }): Schedule {
  const unreached = rotated(
    aims.filter(({ cell }) => cell !== undefined),
    seed,
    shard,
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

// Every part, and every seed, begins elsewhere: many short runs reach together what none reaches alone.
function rotated(aims: readonly Aim[], seed: number, { index, of }: Shard): Aim[] {
  if (aims.length === 0) return [];
  const start = (pick(seed, 0, aims.length) + Math.floor((aims.length * index) / of)) % aims.length;
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
