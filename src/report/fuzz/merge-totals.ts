// What parts of a seed have done, added up.
import type { FuzzCell, FuzzReport } from './types.js';

type Totals = FuzzReport['totals'];

/** The sum of all totals. */
export function mergeTotals(all: readonly Totals[]): Totals {
  const sum = (of: (one: Totals) => number): number => all.reduce((total, one) => total + of(one), 0);
  const kinds = [...new Set(all.flatMap(({ kinds: own }) => Object.keys(own)))].sort();
  return {
    messages: sum(({ messages }) => messages),
    again: sum(({ again }) => again),
    trials: sum(({ trials }) => trials),
    accepted: sum(({ accepted }) => accepted),
    refused: sum(({ refused }) => refused),
    undecided: sum(({ undecided }) => undecided),
    unanswered: sum(({ unanswered }) => unanswered),
    kinds: Object.fromEntries(kinds.map((kind) => [kind, sum(({ kinds: own }) => own[kind] ?? 0)])),
  };
}

/** The cells of all parts. One is reached where a part has reached it. */
export function mergeCells(all: readonly FuzzReport['cells'][]): FuzzReport['cells'] {
  const cells = new Map<string, FuzzCell>();
  for (const cell of all.flatMap(({ list }) => list)) {
    const key = `${cell.requirement}@${cell.way}`;
    cells.set(key, { ...cell, messages: cell.messages + (cells.get(key)?.messages ?? 0) });
  }
  const list = [...cells.values()];
  return { reached: list.filter(({ messages }) => messages > 0).length, total: list.length, list };
}
