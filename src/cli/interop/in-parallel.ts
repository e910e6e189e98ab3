/** Does something with every item, some at a time, the first ones first. Whoever is not begun when the signal fires is left out. */
export async function inParallel<T, R>(
  items: readonly T[],
  atATime: number,
  signal: AbortSignal,
  work: (item: T, index: number) => Promise<R>,
): Promise<readonly (R | undefined)[]> {
  const results: (R | undefined)[] = Array.from({ length: items.length }, () => undefined);
  let next = 0;
  async function loop(): Promise<void> {
    for (let at = next++; at < items.length && !signal.aborted; at = next++) {
      const item = items[at];
      if (item !== undefined) results[at] = await work(item, at);
    }
  }
  await Promise.all(Array.from({ length: atATime }, loop));
  return results;
}
