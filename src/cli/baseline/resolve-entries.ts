// Entries of a baseline against the cases of the suite: what is meant by one that matches nothing, and contradictions.
import type { Case } from '../../engine/case.js';
import { caseFinder } from '../../report/baseline/case-finder.js';
import type { Entry } from '../../report/baseline/types.js';
import { nearest } from '../nearest.js';
import type { ParsedBaseline } from './parse-baseline.js';

/** So many entries are told what may be meant: looking takes a while, and hundreds are no slips of a finger. */
const MOST_MEANT = 10;

/**
 * The entries, with what may have been meant by those that match no case. Throws a usage error for a case that is
 * expected to fail and flaky at the same time: nobody could say what its pass means.
 */
export function resolveEntries({ entries, failAt }: ParsedBaseline, cases: readonly Case[]): readonly Entry[] {
  const find = caseFinder(cases);
  const listed = new Map<string, Entry>();
  let unmatched = 0;
  return entries.map((entry) => {
    const found = find(entry.case);
    for (const { id } of found) {
      const before = listed.get(id);
      if (before !== undefined && before.list !== entry.list) {
        throw failAt(entry, 'contradiction', {
          message: `${JSON.stringify(entry.case)} is ${SAYS[entry.list]}, and line ${before.line} says that ${id} is ${SAYS[before.list]}`,
          hint: 'a case that may pass is flaky, and nothing else: narrow one of the globs',
        });
      }
      listed.set(id, entry);
    }
    if (found.length > 0 || unmatched++ >= MOST_MEANT) return entry;
    const [meant] = nearest(entry.case, names(cases, entry.case));
    return meant === undefined ? entry : { ...entry, meant };
  });
}

const SAYS: Readonly<Record<Entry['list'], string>> = { expected: 'expected to fail', flaky: 'flaky' };

/** What may be meant by a word: for a glob globs, for anything else ids of its kind. */
const names = (cases: readonly Case[], word: string): ReadonlySet<string> =>
  new Set(
    cases.flatMap(({ id, requirement, carrier }) => {
      if (word.includes('*')) return [...prefixes(requirement.id), `${requirement.id}/*`, `*@${carrier}`];
      if (word.includes('@')) return [id];
      return word.includes('/') ? [id.replace(/@.*$/, '')] : [requirement.id];
    }),
  );

/** `http.dec.once`: `http.*`, `http.dec.*`. */
const prefixes = (id: string): readonly string[] =>
  id.split('.').flatMap((_, index, parts) => (index === 0 ? [] : [`${parts.slice(0, index).join('.')}.*`]));
