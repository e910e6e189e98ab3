// Which cases run: by glob on their ids, together with everything they rest on.
import picomatch from 'picomatch';
import type { Case } from './case.js';
import { usageError } from './error.js';

export interface Filter {
  readonly only: readonly string[];
  readonly skip: readonly string[];
}

/** The selected cases, and the ids among them that only run because another rests on them. */
export interface Selection {
  readonly cases: readonly Case[];
  readonly prerequisites: ReadonlySet<string>;
}

/**
 * A glob matches a whole case id, a requirement id, or a requirement id with its variant: `http.dec.*`,
 * `core.type.str/astral`, `*@http-batch`. A glob that matches nothing is an error.
 */
export function select(cases: readonly Case[], filter: Filter): Selection {
  const only = filter.only.map((glob) => matcher(glob, cases));
  const skip = filter.skip.map((glob) => matcher(glob, cases));
  const chosen = cases.filter(
    (item) => (only.length === 0 || only.some((matches) => matches(item))) && !skip.some((matches) => matches(item)),
  );
  if (chosen.length === 0) {
    throw usageError(
      'filter.empty',
      'failed to select cases: --skip leaves none of those that --only names',
      'run `ce-conform list` to see the ids',
    );
  }
  const byId = new Map(cases.map((item) => [item.id, item]));
  const selected = new Set(chosen);
  // A set grows while it is walked, so the prerequisites of prerequisites are met too.
  for (const item of selected) {
    const others = [item.twin, item.ground].filter((id) => id !== undefined);
    for (const id of [...item.requires.map((needed) => needed.id), ...others]) {
      const needed = byId.get(id);
      if (needed !== undefined) selected.add(needed);
    }
  }
  const ids = new Set(chosen.map(({ id }) => id));
  return {
    cases: cases.filter((item) => selected.has(item)),
    prerequisites: new Set([...selected].map(({ id }) => id).filter((id) => !ids.has(id))),
  };
}

/** What a glob and an id have in common: none of it means anything but itself. */
const PLAIN = /^[\w.@/-]+$/;

/** Whether an id matches a glob. Throws a usage error for what is no glob. In an id a dot and a slash are ordinary characters, so `*` matches across both. */
export function globMatcher(glob: string): (id: string) => boolean {
  // A run may be given hundreds of ids, each of which is held against thousands of cases.
  if (PLAIN.test(glob)) return (id) => id === glob;
  const isMatch = compiled(glob);
  return (id) => isMatch(flat(id));
}

/** Longest part of a glob that an error repeats. */
const MOST = 80;

function compiled(glob: string): (text: string) => boolean {
  try {
    return picomatch(flat(glob), { dot: true });
  } catch (error) {
    throw usageError(
      'filter.glob',
      `failed to read the glob ${JSON.stringify(glob.slice(0, MOST))}: ${error instanceof Error ? error.message : String(error)}`,
      'run `ce-conform list` to see the ids',
    );
  }
}

/** Whether a case matches a glob by any of the ids it goes by. */
export function caseMatcher(glob: string): (item: Case) => boolean {
  const isMatch = globMatcher(glob);
  return (item) => [item.id, item.requirement.id, item.id.replace(/@.*$/, '')].some(isMatch);
}

function matcher(glob: string, cases: readonly Case[]): (item: Case) => boolean {
  const matches = caseMatcher(glob);
  if (cases.some(matches)) return matches;
  throw usageError(
    'filter.unmatched',
    `failed to select cases: ${JSON.stringify(glob.slice(0, MOST))} matches none of ${cases.length}`,
    'run `ce-conform list` to see the ids; quote a glob so that the shell leaves it alone',
  );
}

const flat = (id: string): string => id.replaceAll('/', '\u0001');
