import type { Saved } from '../../fuzz/try-again.js';
import type { ReadFinding } from './finding-file.js';

/** A finding of a file, as it is tried again. */
export const savedOf = ({ trial, file: { finding } }: ReadFinding): Saved => ({
  id: finding.id,
  trial,
  ...(finding.flaky === true ? { flaky: true as const } : {}),
  ...(finding.beside === undefined ? {} : { beside: finding.beside }),
});
