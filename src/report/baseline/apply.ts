import { casesOver } from '../../engine/cases-for.js';
import type { Suite } from '../../engine/suite.js';
import { bodyOf, withDigest } from '../digest.js';
import type { CaseReport, Report } from '../types.js';
import { caseFinder } from './case-finder.js';
import { exitWithBaseline } from './exit.js';
import { fingerprintOf } from './fingerprint.js';
import { isFailure } from './is-failure.js';
import { restsOn } from './rests-on.js';
import { type Listing, sortFailures } from './sort-failures.js';
import type { Baseline, BaselineReport, Entry, ListedEntry, Weighed } from './types.js';
import { weigh } from './weigh.js';

export type WeighedReport = Report & Required<Pick<Report, 'baseline'>>;

/**
 * The report with what the baseline makes of it, and another digest. The verdict stays as it is. The day is that on which the run
 * began.
 */
export function withBaseline(report: Report, baseline: Baseline, suite: Suite): WeighedReport {
  const { cases, baseline: _, ...rest } = bodyOf(report);
  const weighed = { ...rest, baseline: applied(report, baseline, suite), cases };
  return withDigest(weighed) as WeighedReport;
}

interface Weighing {
  readonly entry: Entry;
  readonly ran: readonly CaseReport[];
  readonly outcome: Weighed;
}

function applied(report: Report, { file, entries }: Baseline, suite: Suite): BaselineReport {
  const weighings = weighAll(report, entries, suite);
  const sorted = sortFailures(report.cases, listing(weighings));
  const stale = of(weighings, 'stale', ({ why, message, cases }) => ({ why, message, cases }));
  const open = of(weighings, 'open', ({ message, cases }) => ({ message, cases }));
  const undecided = open.flatMap(({ cases }) => cases);
  const standing = { ...sorted, undecided, new: sorted.new.length, stale: stale.length };
  return {
    file,
    exit: exitWithBaseline({ ...standing, cases: report.cases, restsOn: restsOn(suite) }),
    ...sorted,
    confirmed: of(weighings, 'confirmed', ({ cases }) => ({ cases })),
    stale,
    open,
  };
}

function weighAll(
  { cases, run, target: { bindings = ['http'] } }: Report,
  entries: readonly Entry[],
  suite: Suite,
): readonly Weighing[] {
  const today = run.startedAt.slice(0, 'YYYY-MM-DD'.length);
  const find = caseFinder(suite.cases);
  const reported = new Map(cases.map((one) => [one.id, one]));
  return entries.map((entry) => {
    const found = find(entry.case);
    // A case over a binding that this run is not about says nothing here, unless the entry names no other.
    const own = casesOver(found, bindings);
    const matches = own.length === 0 ? found : own;
    const ran = matches.flatMap(({ id }) => reported.get(id) ?? []);
    return { entry, ran, outcome: weigh(entry, { matched: matches.length, ran, today }) };
  });
}

const listing = (weighings: readonly Weighing[]): Listing => ({
  expected: new Set(weighings.flatMap(({ entry, outcome }) => (entry.list === 'expected' ? failures(outcome) : []))),
  flaky: new Set(weighings.flatMap(({ entry, ran }) => (entry.list === 'flaky' ? flaky(entry, ran) : []))),
});

/** What fails as its entry says. Cases of an open entry are undecided. */
const failures = (outcome: Weighed): readonly string[] =>
  outcome.kind === 'confirmed' || outcome.kind === 'stale' ? outcome.cases : [];

/** Of the cases of a flaky entry those that fail as it says, or do not fail. */
const flaky = ({ fingerprint }: Entry, ran: readonly CaseReport[]): readonly string[] =>
  ran
    .filter((one) => fingerprint === undefined || !isFailure(one) || fingerprint === fingerprintOf(one))
    .map(({ id }) => id);

/** The entries of one outcome, and what else is said of them. */
function of<Kind extends Weighed['kind'], Rest extends object>(
  weighings: readonly Weighing[],
  kind: Kind,
  rest: (outcome: Extract<Weighed, { readonly kind: Kind }>) => Rest,
): readonly ({ readonly entry: ListedEntry } & Rest)[] {
  return weighings.flatMap(({ entry, outcome }) =>
    isOf(outcome, kind) ? [{ entry: listed(entry), ...rest(outcome) }] : [],
  );
}

const isOf = <Kind extends Weighed['kind']>(
  outcome: Weighed,
  kind: Kind,
): outcome is Extract<Weighed, { readonly kind: Kind }> => outcome.kind === kind;

const listed = ({ list, case: glob, line, reason, ticket }: Entry): ListedEntry => ({
  list,
  case: glob,
  line,
  reason,
  ...(ticket === undefined ? {} : { ticket }),
});
