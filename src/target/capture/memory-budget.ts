// So many bytes and no more, however many requests share them.
import type { HeaderLine } from '../../binding/types.js';

export interface MemoryBudget {
  /** Takes bytes, or gives false where they are not there; then none are taken. */
  take(bytes: number): boolean;
  giveBack(bytes: number): void;
}

/** What a string and its place in a list cost beyond its characters, roughly. */
const PER_STRING = 32;

/** What a message costs beside its header lines and its body, roughly. */
const PER_MESSAGE = 512;

export function createMemoryBudget(total: number): MemoryBudget {
  let left = total;
  return {
    take(bytes) {
      if (bytes > left) return false;
      left -= bytes;
      return true;
    },
    giveBack(bytes) {
      left += bytes;
    },
  };
}

/** What a message without a body costs, in bytes. */
export const costOfHead = (path: string, headers: readonly HeaderLine[]): number =>
  headers.reduce(
    (sum, [name, value]) => sum + name.length + value.length + 2 * PER_STRING,
    PER_MESSAGE + path.length + PER_STRING,
  );
