// Reports that can be put together: parts of one seed, against one target, each once.
import { type ConformError, usageError } from '../../engine/error.js';
import { safe } from '../text/safe.js';
import { groups } from '../text/sections.js';
import type { FuzzReport } from './types.js';

/** A report, and where it was read. */
export interface NamedReport {
  readonly file: string;
  readonly report: FuzzReport;
}

/** Files that an error names of each kind, and characters of what a report says. */
const [MOST, LONGEST] = [3, 80] as const;

/** Throws a usage error for reports of which no sum would mean anything. It says in what they differ, and which is which. */
export function assertMergeable(reports: readonly NamedReport[]): void {
  const whole = reports.find(({ report }) => report.merged !== undefined);
  if (whole !== undefined)
    throw wrong('merged', `${whole.file} was put together already`, 'give the reports that it was made of');
  assertOne('target', 'different targets', reports, targetOf);
  assertOne('tool', 'different versions, which send other events for a seed', reports, ({ tool }) => tool.version);
  assertOne('suite', 'different suites', reports, ({ suite }) => suite.digest.slice(0, 12));
  assertOne('seed', 'different seeds', reports, ({ run }) => run.seed);
  assertOne('parts', 'parts of different wholes', reports, ({ run }) => `one of ${run.shard.of}`);
  const twice = groups(reports, ({ report }) => String(report.run.shard.index)).find(([, same]) => same.length > 1);
  if (twice !== undefined) {
    const [index, same] = twice;
    throw wrong(
      'repeated',
      `${files(same)} are the same part, --shard ${Number(index) + 1}/${same[0]?.report.run.shard.of}`,
      'give one report of each part',
    );
  }
}

function assertOne(
  code: string,
  what: string,
  reports: readonly NamedReport[],
  of: (report: FuzzReport) => string,
): void {
  const different = groups(reports, ({ report }) => of(report));
  if (different.length < 2) return;
  const listed = different.slice(0, MOST).map(([value, same]) => `${safe(value, LONGEST)}: ${files(same)}`);
  throw wrong(
    code,
    `they are of ${what} (${listed.join('; ')}${different.length > MOST ? '; …' : ''})`,
    'give the reports of runs that differ in --shard alone',
  );
}

// Over a broker each worker may have topics of its own, through which it reaches the same target.
function targetOf({ target: { kind, name, version = '', url } }: FuzzReport): string {
  if (url === undefined) return [kind, name, version].join(' ').trim();
  return kind === 'kafka' || kind === 'mqtt' ? url.replace(/^([a-z]+:\/\/[^/?#]*).*$/s, '$1') : url;
}

const files = (reports: readonly NamedReport[]): string =>
  `${reports
    .slice(0, MOST)
    .map(({ file }) => file)
    .join(', ')}${reports.length > MOST ? ` and ${reports.length - MOST} more` : ''}`;

const wrong = (code: string, why: string, hint: string): ConformError =>
  usageError(`merge.${code}`, `failed to merge: ${why}`, hint);
