import { isDeepStrictEqual } from 'node:util';
import type { Suite } from '../../engine/suite.js';
import type { CaseReport } from '../types.js';
import { caseFinder } from './case-finder.js';
import { exitWithBaseline } from './exit.js';
import { isFailure } from './is-failure.js';
import { isUndecided } from './is-undecided.js';
import { restsOn } from './rests-on.js';
import { type Listing, sortFailures } from './sort-failures.js';
import type { BaselineReport, List } from './types.js';

/**
 * Whether what a report says of its baseline follows from its cases. The file itself is not asked for: what is listed
 * is believed, but not that it failed or could not be decided, that nothing else failed, or that the exit code is
 * another.
 */
export function baselineFollows(baseline: BaselineReport, cases: readonly CaseReport[], suite: Suite): boolean {
  const said = [...baseline.confirmed, ...baseline.stale];
  const named = (list: List): readonly string[] =>
    said.flatMap(({ entry, cases: ids }) => (entry.list === list ? ids : []));
  const listing: Listing = { expected: new Set(named('expected')), flaky: new Set(baseline.flaky) };
  const failures = new Set(cases.filter(isFailure).map(({ id }) => id));
  const sorted = sortFailures(cases, listing);
  const { known, flaky } = baseline;
  const undecided = baseline.open.flatMap(({ cases: ids }) => ids);
  const standing = { known, flaky, undecided, new: sorted.new.length, stale: baseline.stale.length };
  return (
    said.every(({ cases: ids }) => ids.every((id) => failures.has(id))) &&
    named('flaky').every((id) => listing.flaky.has(id)) &&
    flaky.every((id) => !listing.expected.has(id)) &&
    openFollows(baseline.open, cases, suite) &&
    isDeepStrictEqual(sorted, { known, new: baseline.new, flaky }) &&
    baseline.exit === exitWithBaseline({ ...standing, cases, restsOn: restsOn(suite) })
  );
}

/** Whether the cases of open entries are all that their globs match and that could not be decided, where none failed. */
function openFollows(open: BaselineReport['open'], cases: readonly CaseReport[], suite: Suite): boolean {
  const find = caseFinder(suite.cases);
  const reported = new Map(cases.map((one) => [one.id, one]));
  return open.every(({ entry, cases: ids }) => {
    const ran = find(entry.case).flatMap(({ id }) => reported.get(id) ?? []);
    const undecided = ran.filter(isUndecided).map(({ id }) => id);
    return entry.list === 'expected' && !ran.some(isFailure) && isDeepStrictEqual(ids, undecided);
  });
}
