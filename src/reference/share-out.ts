// Several hands and one queue: whoever is free takes the next item, and the results stand in the order of the items.

/**
 * Gives each item to `take`, `hands` of them at a time. Rejects with the first failure, behind which nothing is begun
 * any more. Where the signal ends it, the results of what was begun until then.
 */
export async function shareOut<T, R>(
  items: readonly T[],
  hands: number,
  take: (item: T, done: number) => Promise<R>,
  signal: AbortSignal,
): Promise<readonly R[]> {
  const results = new Map<number, R>();
  const queue = items.entries();
  let hasFailed = false;
  const hand = async (): Promise<void> => {
    for (const [index, item] of queue) {
      if (hasFailed || signal.aborted) return;
      try {
        results.set(index, await take(item, results.size));
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, hands) }, hand));
  return [...results].sort(([one], [other]) => one - other).map(([, result]) => result);
}
