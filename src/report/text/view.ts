// What every part of the text needs: the report, its look, and the lookups that the report itself leaves to its reader.
import type { Finding } from '../../engine/findings.js';
import type { CaseReport, Report } from '../types.js';
import { groups } from './sections.js';
import { createStyle, type Style } from './style.js';

export interface TextOptions {
  readonly colors: boolean;
  /** Columns of the terminal; 0 where unknown. */
  readonly columns: number;
  /** The target as given on the command line, for the commands that run a case again. */
  readonly target: string;
  /** Flags of this run that a rerun needs too. */
  readonly flags?: readonly string[];
  /** What stands behind everything else on the command line. */
  readonly tail?: readonly string[];
  /** Every requirement on a line of its own, and every finding in full. */
  readonly verbose?: boolean;
}

export interface View {
  readonly report: Report;
  readonly style: Style;
  readonly target: string;
  readonly flags: readonly string[];
  readonly tail: readonly string[];
  readonly isVerbose: boolean;
  readonly cases: ReadonlyMap<string, CaseReport>;
  readonly casesOf: ReadonlyMap<string, readonly CaseReport[]>;
  /** Findings with a case that failed or timed out. Their place, from 1, is their number. */
  readonly failures: readonly Finding[];
  /** Failures that no entry of a baseline speaks of, by their cases; undefined without a baseline. */
  readonly news?: ReadonlySet<string>;
  /** Findings that break nothing but a SHOULD. */
  readonly warnings: readonly Finding[];
}

export function createView(report: Report, options: TextOptions): View {
  const cases = new Map(report.cases.map((item) => [item.id, item]));
  const news = report.baseline === undefined ? undefined : new Set(report.baseline.new.map((one) => one.case));
  const isFailure = ({ cases: ids }: Finding): boolean => ids.some((id) => isFailed(cases.get(id)));
  return {
    report,
    style: createStyle(options.colors, options.columns),
    target: options.target,
    flags: options.flags ?? [],
    tail: options.tail ?? [],
    isVerbose: options.verbose === true,
    cases,
    casesOf: new Map(groups(report.cases, ({ requirement }) => requirement)),
    failures: newFirst(report.findings.filter(isFailure), news),
    ...(news === undefined ? {} : { news }),
    warnings: report.findings.filter((finding) => !isFailure(finding)),
  };
}

// Only what comes first is told in full: a new failure must not drown in those that are known.
function newFirst(failures: readonly Finding[], news: ReadonlySet<string> = new Set()): readonly Finding[] {
  const isNew = ({ cases }: Finding): boolean => cases.some((id) => news.has(id));
  return [...failures.filter(isNew), ...failures.filter((finding) => !isNew(finding))];
}

/** Whether a case counts against its rule. */
export const isFailed = (item: CaseReport | undefined): boolean =>
  item?.status === 'fail' || item?.status === 'timeout';
