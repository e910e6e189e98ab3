// `--update-baseline`: the file anew, from what a run has shown.
import { isDeepStrictEqual } from 'node:util';
import { usageError } from '../../engine/error.js';
import type { Suite } from '../../engine/suite.js';
import { withBaseline } from '../../report/baseline/apply.js';
import type { BaselineReport, Entry, NewFailure, StaleReason } from '../../report/baseline/types.js';
import type { Report } from '../../report/types.js';
import { additions } from './additions.js';
import { lacksReason } from './first-flaw.js';
import { type ParsedBaseline, parseBaseline } from './parse-baseline.js';
import { resolveEntries } from './resolve-entries.js';
import { type Addition, rewriteLists } from './rewrite-lists.js';
import { undecidedAdditions, undecidedToList } from './undecided-additions.js';

/** A baseline as it was read. */
export interface BaselineText {
  /** Its path, for errors. */
  readonly path: string;
  /** Its name in reports. */
  readonly file: string;
  readonly text: string;
}

export interface UpdatedBaseline {
  readonly text: string;
  /** The report, weighed by the new text. */
  readonly report: Report;
  readonly added: readonly NewFailure[];
  /** Undecided cases that were added, too. */
  readonly undecided: readonly string[];
  readonly removed: BaselineReport['stale'];
  /** These stay: what becomes of them is for their owner to decide. */
  readonly expired: BaselineReport['stale'];
  readonly kept: number;
  /** How many reasons are still to be written. */
  readonly waiting: number;
}

/** Why an entry goes. */
const GONE: ReadonlySet<StaleReason> = new Set(['passes', 'changed', 'unmatched']);

/**
 * What a baseline becomes by a run: entries that hold stay as they are, those that do not go, and each new failure and
 * each undecided case that counts gets an entry whose reason is to be written. Throws a usage error for a text whose form does not let that be done.
 */
export function updateBaseline({ path, file, text }: BaselineText, report: Report, suite: Suite): UpdatedBaseline {
  const before = parseBaseline(text, path, { mayLackReasons: true });
  const entries = resolveEntries(before, suite.cases);
  const { baseline: weighed } = withBaseline(report, { file, entries }, suite);
  const removed = weighed.stale.filter(({ why }) => GONE.has(why));
  const lines = new Set(removed.map(({ entry }) => entry.line));
  const undecided = undecidedToList(report, weighed, entries, suite);
  const added = [...additions(weighed.new, report, entries, suite), ...undecidedAdditions(undecided)];
  const kept = before.entries.filter(({ line }) => !lines.has(line));
  const isChanged = lines.size > 0 || added.length > 0;
  const next = isChanged ? rewriteLists(text, before.document, { removed: lines, added }) : text;
  const after = parsedAgain(next, path, [...kept, ...added.flatMap(entriesOf)]);
  return {
    text: next,
    report: withBaseline(report, { file, entries: resolveEntries(after, suite.cases) }, suite),
    added: weighed.new,
    undecided: undecided.map(({ id }) => id),
    removed,
    expired: weighed.stale.filter(({ why }) => !GONE.has(why)),
    kept: kept.length,
    waiting: after.entries.filter(lacksReason).length,
  };
}

const entriesOf = ({ list, entries }: Addition): readonly Omit<Entry, 'line'>[] =>
  entries.map((entry) => ({ list, ...entry }));

// Whatever a file looks like, nothing of it is lost: what was written is read again, and compared.
function parsedAgain(text: string, path: string, wanted: readonly Omit<Entry, 'line'>[]): ParsedBaseline {
  const parsed = attempt(() => parseBaseline(text, path, { mayLackReasons: true }));
  if (parsed !== undefined && isDeepStrictEqual(keysOf(parsed.entries), keysOf(wanted))) return parsed;
  throw usageError(
    'baseline.form',
    `failed to update ${path}: its form does not let entries be taken out and added`,
    'write each entry on lines of its own, indented alike, without anchors and aliases',
  );
}

const attempt = <Value>(make: () => Value): Value | undefined => {
  try {
    return make();
  } catch {
    return undefined;
  }
};

/** What entries say, whatever their order and place. */
const keysOf = (entries: readonly Omit<Entry, 'line'>[]): readonly string[] =>
  entries
    .map(({ list, case: glob, reason, ticket, expires, fingerprint }) =>
      JSON.stringify([list, glob, reason, ticket, expires, fingerprint]),
    )
    .sort();
