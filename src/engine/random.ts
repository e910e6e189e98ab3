// Everything random in a run comes from its seed, so that a run can be repeated.
import { hash } from 'node:crypto';

/** Values of six letters or digits. */
const SIX = 36 ** 6;

/**
 * The token that marks the events of one case: `t` and twelve letters or digits, the same for the same seed and id.
 * Two lanes of a multiplicative hash (after cyrb53): tokens must differ, and nobody gains by guessing one.
 */
export function tokenOf(seed: string, caseId: string): string {
  const text = `${seed}\n${caseId}`;
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return `t${six(a)}${six(b)}`;
}

const six = (lane: number): string => ((lane >>> 0) % SIX).toString(36).padStart(6, '0');

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
