// From a run of the fuzzer to its report.

import { describeFound } from '../../fuzz/describe-found.js';
import type { Fuzzed, FuzzOptions } from '../../fuzz/fuzz.js';
import type { Redact } from '../../report/evidence-message.js';
import { FUZZ_SCHEMA, type FuzzReport } from '../../report/fuzz/types.js';
import type { OpenedTarget } from '../opened-target.js';
import { version } from '../version.js';
import type { Driven } from './open-driven.js';

export const toolOf = (): FuzzReport['tool'] => ({ name: 'ce-conform', version: version() });

/** The target of a report, without secrets. */
export const describedTarget = ({ name, version: own, language, kind, url }: OpenedTarget): FuzzReport['target'] => ({
  name,
  kind,
  ...(own === undefined ? {} : { version: own }),
  ...(language === undefined ? {} : { language }),
  ...(url === undefined ? {} : { url }),
});

/** The report of a run. */
export function buildFuzzReport(
  { totals, findings, fixed, more, durationMs, stopped }: Fuzzed,
  { suite, opened, probed }: Driven,
  { seed, shard = { index: 0, of: 1 }, concurrency }: Pick<FuzzOptions, 'seed' | 'shard' | 'concurrency'>,
  { startedAt, redact }: { readonly startedAt: Date; readonly redact: Redact },
): FuzzReport {
  const { messages, again, trials, accepted, refused, undecided, unanswered, kinds } = totals;
  return {
    schema: FUZZ_SCHEMA,
    tool: toolOf(),
    suite: { digest: suite.digest },
    target: describedTarget(opened),
    run: {
      seed,
      shard,
      startedAt: startedAt.toISOString(),
      durationMs: Math.round(durationMs),
      node: process.version,
      platform: `${process.platform}-${process.arch}`,
      concurrency,
      observation: probed.observation,
      ...(stopped === undefined ? {} : { stopped }),
    },
    totals: { messages, again, trials, accepted, refused, undecided, unanswered, kinds: Object.fromEntries(kinds) },
    cells: { ...totals.cells(), list: totals.perCell },
    findings: findings.map((found) => describeFound(found, { redact, requirements: suite.requirements })),
    fixed,
    more,
  };
}
