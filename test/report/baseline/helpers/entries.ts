// Entries, baselines and suites of a few cases, made by hand: what a test does not name has a plain value.
import type { Case } from '../../../../src/engine/case.js';
import type { Suite } from '../../../../src/engine/suite.js';
import type { Baseline, Entry } from '../../../../src/report/baseline/types.js';
import { tinyCases, vector } from '../../../engine/tiny-suite.js';

export const entryOf = (glob: string, rest: Partial<Entry> = {}): Entry => ({
  list: 'expected',
  case: glob,
  reason: `the reason of ${glob}`,
  line: 1,
  ...rest,
});

export const baselineOf = (...entries: readonly Entry[]): Baseline => ({ file: 'known.yaml', entries });

/** A suite of these cases, over the structured form; `rests` says which case rests on which. */
export function suiteOf(names: readonly string[], rests: Readonly<Record<string, string>> = {}): Suite {
  const cases = tinyCases(names.map((name) => vector(name))).map(
    (item): Case => ({
      ...item,
      requires: Object.entries(rests).flatMap(([from, to]) =>
        idOf(from) === item.id ? [{ id: idOf(to), outcome: 'passed' as const }] : [],
      ),
    }),
  );
  return {
    digest: '0'.repeat(64),
    requirements: new Map(cases.map(({ requirement }) => [requirement.id, requirement])),
    positions: new Map(),
    cases,
    profiles: [],
    baseline: (carrier) => {
      throw new Error(`no baseline of ${carrier}`);
    },
  };
}

/** `core.a/one` as a case id. */
export const idOf = (name: string): string => `${name}@http-structured`;
