import type { BaselineReport } from '../baseline/types.js';
import type { CaseReport } from '../types.js';
import { count } from './layout.js';
import { safe } from './safe.js';

/** Why the exit code is what the baseline makes of it, in one sentence. */
export function exitSentence(baseline: BaselineReport, cases: readonly CaseReport[]): string {
  const file = safe(baseline.file, 80);
  const [news, stale] = [baseline.new.length, baseline.stale.length];
  switch (baseline.exit) {
    case 0:
      return asListed(baseline, file);
    case 1:
      return `${count(news, 'new failure')} that ${file} does not list${stale === 0 ? '' : `, and ${stale} of its entries ${stale === 1 ? 'is' : 'are'} stale`}.`;
    case 5:
      return `no failure is new, but ${count(stale, 'entry', 'entries')} of ${file} ${stale === 1 ? 'is' : 'are'} stale.`;
    case 3:
      return `no failure is new, but ${undecided(baseline, cases)}.`;
    default:
      return 'a fault of the harness may hide a failure.';
  }
}

function asListed({ known, open }: BaselineReport, file: string): string {
  const undecided = excused(open).size;
  const parts = [
    ...(known.length === 0 ? [] : [count(known.length, 'known failure')]),
    ...(undecided === 0 ? [] : [count(undecided, 'undecided case')]),
  ];
  return parts.length === 0
    ? `nothing failed that ${file} does not list.`
    : `${parts.join(' and ')}, none new, as ${file} says; the verdict stays as it is.`;
}

const excused = (open: BaselineReport['open']): ReadonlySet<string> => new Set(open.flatMap(({ cases }) => cases));

// What is blocked rests on something else, which is the better example.
function undecided({ file, known, flaky, open: entries }: BaselineReport, cases: readonly CaseReport[]): string {
  const listed = new Set([...known, ...flaky, ...excused(entries)]);
  const counts = cases.filter(
    ({ id, level, unscored, uncounted }) =>
      level === 'must' && unscored !== true && uncounted !== true && !listed.has(id),
  );
  const open = counts.filter(({ status }) => status === 'inconclusive' || status === 'not-run');
  const [example] = open;
  if (example === undefined) return `not everything that ${safe(file, 80)} does not list was decided`;
  const reason = example.message === undefined ? '' : ` (${safe(example.message, 200)})`;
  return `${count(open.length, 'case')} that ${safe(file, 80)} does not list could not be decided, such as ${safe(example.id, 120)}${reason}`;
}
