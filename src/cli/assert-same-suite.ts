import { usageError } from '../engine/error.js';
import type { Suite } from '../engine/suite.js';
import { safe } from '../report/text/safe.js';
import type { Report } from '../report/types.js';

/** Longest text of a report that the message repeats, in characters. */
const MOST = 200;

/** Throws a usage error for a report of another suite: nothing here can judge it again. `what`: what failed, such as `verify`. */
export function assertSameSuite({ suite: { digest }, tool }: Report, suite: Suite, what: string): void {
  if (digest === suite.digest) return;
  throw usageError(
    'report.suite',
    `failed to ${what}: its suite is ${digest.slice(0, 12)}, the one here is ${suite.digest.slice(0, 12)}`,
    `use the version that wrote it: ${safe(tool.name, MOST)} ${safe(tool.version, MOST)}`,
  );
}
