import { usageError } from '../engine/error.js';
import { digestOfReport } from './digest.js';
import type { Report } from './types.js';

/** Throws a usage error for a report that is not the one its digest was made of. */
export function assertDigest(report: Report, file: string): void {
  const digest = digestOfReport(report);
  if (digest === report.digest) return;
  throw usageError(
    'report.digest',
    `failed to read ${file}: it was edited, or cut, since it was written: its digest is ${short(digest)}, and it says ${short(report.digest)}`,
    'get the file as it was written, or run `ce-conform verify` on it to see what does not follow from its evidence',
  );
}

/** Enough of a digest to tell it from another. */
const short = (digest: string): string => `${digest.slice(0, 'sha256:'.length + 12)}…`;
