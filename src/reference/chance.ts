// Decisions that look random and depend on a seed alone, so that an accident can be repeated.
import { hash } from 'node:crypto';

/** Says yes to a share (0 to 1) of the times it is asked; which ones depends on the seed and on how often it was asked. */
export function chance(share: number, seed: string | number): () => boolean {
  let asked = 0;
  return () => hash('sha256', `${seed}\n${asked++}`, 'buffer').readUInt32BE() / 2 ** 32 < share;
}
