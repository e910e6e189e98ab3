// What is wrong with the entries of a baseline beyond its schema: reasons that wait, days that are none, repetitions.
import type { Entry } from '../../report/baseline/types.js';
import type { Problem } from './baseline-problem.js';

/** Stands for the reason of an entry that was added by `--update-baseline`. */
export const NO_REASON = 'WRITE WHY THIS FAILS';

/** What is wrong, with which entry, and with how many others too. */
export interface Flaw extends Problem {
  readonly entry: Entry;
  readonly code: string;
  readonly more: number;
}

/** The first flaw of entries in the order of their file. */
export function firstFlaw(
  entries: readonly Entry[],
  { mayLackReasons }: { readonly mayLackReasons: boolean },
): Flaw | undefined {
  const seen = new Map<string, Entry>();
  const flaws = entries.flatMap((entry) => {
    const key = JSON.stringify([entry.case, entry.fingerprint]);
    const before = seen.get(key);
    seen.set(key, before ?? entry);
    const flaw = repeated(entry, before) ?? noDay(entry) ?? (mayLackReasons ? undefined : noReason(entry));
    return flaw === undefined ? [] : [{ entry, ...flaw }];
  });
  const [first] = flaws;
  return first === undefined ? undefined : { ...first, more: flaws.length - 1 };
}

type Found = Omit<Flaw, 'entry' | 'more'> | undefined;

/** Whether a reason is still to be written. */
export const lacksReason = ({ reason }: Entry): boolean => reason.trim().toUpperCase() === NO_REASON;

const noReason = (entry: Entry): Found =>
  lacksReason(entry)
    ? {
        code: 'reason',
        message: `the reason of ${JSON.stringify(entry.case)} is still to be written`,
        hint: `write why it fails in place of ${NO_REASON}`,
      }
    : undefined;

function noDay({ case: glob, expires }: Entry): Found {
  if (expires === undefined || isDay(expires)) return undefined;
  return {
    code: 'expires',
    message: `expires of ${JSON.stringify(glob)} is "${expires}", and there is no such day`,
    hint: 'expires takes a day, as in 2027-01-31',
  };
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function repeated(entry: Entry, before: Entry | undefined): Found {
  if (before === undefined) return undefined;
  const place = `line ${before.line}${before.list === entry.list ? '' : `, as ${before.list}`}`;
  return {
    code: 'repeated',
    message: `${JSON.stringify(entry.case)} is listed again`,
    hint: `it stands in ${place} already: keep one of them`,
  };
}
