/** The items in another order, which the seed decides; 0 leaves them as they are. */
export function permuted<T>(items: readonly T[], seed: number): readonly T[] {
  if (seed === 0) return items;
  const order = items.map((item, index) => ({ item, rank: mixed(seed + index * 0x9e3779b9) }));
  return order.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
}

/** A number of 32 bits whose bits all depend on all bits of the given one (the finalizer of MurmurHash3). */
function mixed(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
