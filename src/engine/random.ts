// Everything random in a run comes from its seed, so that a run can be repeated.
import { hash } from 'node:crypto';

/** The token that marks the events of one case: `t` and twelve letters or digits, the same for the same seed and id. */
export function tokenOf(seed: string, caseId: string): string {
  const digest = hash('sha256', `${seed}\n${caseId}`, 'buffer');
  return `t${digest.readBigUInt64BE().toString(36).padStart(13, '0').slice(-12)}`;
}

/** A new array in an order that depends on the seed alone (Fisher-Yates over a 32-bit generator). */
export function shuffled<T>(items: readonly T[], seed: string): readonly T[] {
  const next = generator(hash('sha256', seed, 'buffer').readUInt32BE());
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const pick = Math.floor(next() * (last + 1));
    const [a, b] = [order[last], order[pick]];
    if (a !== undefined && b !== undefined) [order[last], order[pick]] = [b, a];
  }
  return order;
}

// Mulberry32: small, and the same on every platform; statistical quality is not asked of an order of cases.
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
