// What a run has done so far: numbers alone, so that they are as small after a million messages as after one.
import type { Observed } from '../engine/observed.js';
import type { Aim, Cell } from './aims.js';
import type { Trial } from './trial.js';

export interface Totals {
  readonly messages: number;
  /** Messages to find out whether something comes again, and to shrink it; they are none of the others. */
  readonly again: number;
  readonly trials: number;
  readonly accepted: number;
  readonly refused: number;
  readonly undecided: number;
  readonly unanswered: number;
  readonly kinds: ReadonlyMap<Trial['kind'], number>;
  /** The cells, and how many messages about each were answered. */
  readonly perCell: readonly (Cell & { readonly messages: number })[];
  cells(): { readonly reached: number; readonly total: number };
}

export interface CountingTotals extends Totals {
  answered(observed: Observed, aim: Aim): void;
  triedAgain(): void;
  tried(trial: Trial): void;
}

/** Nothing yet. */
export function createTotals(aims: readonly Aim[]): CountingTotals {
  const counts = { accepted: 0, refused: 0, undecided: 0, unanswered: 0 };
  const kinds = new Map<Trial['kind'], number>();
  const perAim = new Map(aims.filter(({ cell }) => cell !== undefined).map((aim) => [aim, 0]));
  let [messages, trials, reached, again] = [0, 0, 0, 0];
  return {
    get messages() {
      return messages;
    },
    get again() {
      return again;
    },
    get trials() {
      return trials;
    },
    get accepted() {
      return counts.accepted;
    },
    get refused() {
      return counts.refused;
    },
    get undecided() {
      return counts.undecided;
    },
    get unanswered() {
      return counts.unanswered;
    },
    kinds,
    get perCell() {
      return [...perAim].flatMap(([{ cell }, count]) => (cell === undefined ? [] : [{ ...cell, messages: count }]));
    },
    cells: () => ({ reached, total: perAim.size }),
    answered({ reactions }, aim) {
      const [reaction] = reactions;
      messages += 1;
      if (reaction === undefined) return;
      counts[reaction.kind === 'broken' ? 'unanswered' : reaction.kind] += 1;
      const before = perAim.get(aim);
      if (before === undefined || reaction.kind === 'broken') return;
      if (before === 0) reached += 1;
      perAim.set(aim, before + 1);
    },
    triedAgain() {
      again += 1;
    },
    tried({ kind }) {
      trials += 1;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    },
  };
}
