// The reports of the parts of a seed as one. Pure: nothing is tried again.
import { assertMergeable, type NamedReport } from './assert-mergeable.js';
import { mergeFindings } from './merge-findings.js';
import { mergeCells, mergeTotals } from './merge-totals.js';
import type { FuzzPart, FuzzReport, Merged } from './types.js';

/**
 * One report of several, whatever their order; it tells which parts are missing. Throws a usage error for reports of which no
 * sum would mean anything: of different targets, versions, suites or seeds, or of the same part.
 */
export function mergeFuzz(named: readonly [NamedReport, ...NamedReport[]]): FuzzReport {
  assertMergeable(named);
  const reports = named.map(({ report }) => report).toSorted((a, b) => a.run.shard.index - b.run.shard.index);
  const [first = named[0].report] = reports;
  const findings = mergeFindings(reports.flatMap((one) => one.findings));
  const failing = new Set(findings.map(({ id }) => id));
  const merged = mergedOf(reports, first.run.shard.of);
  return {
    schema: first.schema,
    tool: first.tool,
    suite: first.suite,
    target: first.target,
    run: runOf(first.run.seed, merged),
    merged,
    totals: mergeTotals(reports.map(({ totals }) => totals)),
    cells: mergeCells(reports.map(({ cells }) => cells)),
    findings,
    // What still fails in one part is not fixed.
    fixed: [...new Set(reports.flatMap(({ fixed }) => fixed))].filter((id) => !failing.has(id)),
    more: reports.reduce((sum, { more }) => sum + more, 0),
  };
}

function mergedOf(reports: readonly FuzzReport[], of: number): Merged {
  const here = new Set(reports.map(({ run }) => run.shard.index));
  return {
    of,
    parts: reports.map(partOf),
    missing: Array.from({ length: of }, (_, index) => index).filter((index) => !here.has(index)),
  };
}

const partOf = ({ run: { seed: _, shard, ...rest }, totals }: FuzzReport): FuzzPart => ({
  index: shard.index,
  ...rest,
  messages: totals.messages,
});

function runOf(seed: string, { parts, of }: Merged): FuzzReport['run'] {
  const starts = parts.map(({ startedAt }) => Date.parse(startedAt) || 0);
  const ends = parts.map(({ durationMs }, index) => (starts[index] ?? 0) + durationMs);
  const start = Math.min(...starts);
  const ended = parts.filter(({ stopped }) => stopped !== undefined);
  const observation = parts.find((part) => part.observation === 'status') ?? parts[0];
  return {
    seed,
    shard: { index: 0, of: 1 },
    startedAt: new Date(start).toISOString(),
    durationMs: Math.max(...ends) - start,
    node: all(parts, ({ node }) => node),
    platform: all(parts, ({ platform }) => platform),
    concurrency: parts.reduce((sum, { concurrency }) => sum + concurrency, 0),
    observation: observation?.observation ?? 'status',
    ...(ended.length === 0 ? {} : { stopped: `${ended.length} of ${of} parts: ${ended[0]?.stopped}` }),
  };
}

const all = (parts: readonly FuzzPart[], of: (part: FuzzPart) => string): string =>
  [...new Set(parts.map(of))].join(', ');
