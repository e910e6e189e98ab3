// What a case is to whoever counts tests, in every format alike: a test that failed is one that the exit code speaks of.

import type { Status } from '../../engine/judgement.js';
import { isFailure } from '../baseline/is-failure.js';
import type { ListedEntry } from '../baseline/types.js';
import type { CaseReport, Report } from '../types.js';

/**
 * `known`: a failure that a baseline lists. `other`: neither a pass nor a failure that counts; never to be shown as passed.
 * `reason` says the status first, and may hold text of the target.
 */
export type Standing =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed' | 'error' | 'known' | 'other'; readonly reason: string };

/** What a status says where the case has no words of its own. */
const SILENT: Partial<Readonly<Record<Status, string>>> = {
  observed: ': recorded, no rule is broken either way',
  'not-run': ': the run ended before it',
};

/** The standing of each case of a report. */
export function standings({ baseline }: Pick<Report, 'baseline'>): (item: CaseReport) => Standing {
  const entries = new Map<string, ListedEntry>();
  for (const { entry, cases } of baseline?.confirmed ?? []) for (const id of cases) entries.set(id, entry);
  const listed = new Set([...(baseline?.known ?? []), ...(baseline?.flaky ?? [])]);
  return (item) => {
    const { id, status, message } = item;
    const because = message === undefined ? (SILENT[status] ?? '') : `: ${message}`;
    if (status === 'pass') return { kind: 'passed' };
    if (status === 'harness-error') return { kind: 'error', reason: `${status}${because}` };
    if (!isFailure(item)) return { kind: 'other', reason: `${status}${because}` };
    if (item.uncounted === true)
      return { kind: 'other', reason: `${status}, but in no profile that the verdict is about${because}` };
    if (listed.has(id))
      return { kind: 'known', reason: `${status}, as ${baseline?.file} lists it${told(entries.get(id))}${because}` };
    return { kind: 'failed', reason: `${status}${because}` };
  };
}

const told = (entry: ListedEntry | undefined): string =>
  entry === undefined ? '' : ` in line ${entry.line} (${entry.reason})`;
