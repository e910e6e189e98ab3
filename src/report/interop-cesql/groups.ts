// Differences that have the same cause: the same construct, in the same way.
import { print } from '../../cesql/print.js';
import type { Posed } from '../../generate/expression/posed.js';
import { textOf } from '../../generate/expression/spell.js';
import type { Difference } from './compare.js';
import type { Judged } from './judge.js';

/** An expression on which an engine differs from ours, shrunk as far as it goes, and what it was shrunk from. */
export interface Found {
  readonly subject: string;
  readonly posed: Posed;
  readonly from: Posed;
  readonly difference: Difference;
  readonly judged: Judged;
}

export interface Group {
  readonly difference: Difference;
  readonly judged: Judged;
  readonly subjects: readonly { readonly id: string; readonly expressions: number }[];
  /** The smallest. */
  readonly example: Found;
}

/** Groups, settled ones first, then those of most expressions. The order of what was found does not matter. */
export function groupFound(all: readonly Found[]): readonly Group[] {
  const byCause = new Map<string, Found[]>();
  for (const one of all) {
    const { verdict, root, requirement, broadly = one.difference.what } = one.judged;
    const key = [verdict, root, requirement, broadly].join('\n');
    byCause.set(key, [...(byCause.get(key) ?? []), one]);
  }
  return [...byCause.values()]
    .map(groupOf)
    .sort(
      (a, b) =>
        Number(a.judged.verdict === 'open') - Number(b.judged.verdict === 'open') ||
        total(b) - total(a) ||
        compareTexts(nameOf(a), nameOf(b)),
    );
}

const total = ({ subjects }: Group): number => subjects.reduce((sum, { expressions }) => sum + expressions, 0);

const nameOf = ({ judged, difference }: Group): string => `${judged.construct} ${difference.what}`;

function groupOf(found: readonly Found[]): Group {
  const [example] = [...found].sort((a, b) => sizeOf(a) - sizeOf(b) || compareTexts(textOf(a.posed), textOf(b.posed)));
  if (example === undefined) throw new Error('a group of nothing');
  const counts = new Map<string, number>();
  for (const { subject } of found) counts.set(subject, (counts.get(subject) ?? 0) + 1);
  const subjects = [...counts]
    .map(([id, expressions]) => ({ id, expressions }))
    .sort((a, b) => compareTexts(a.id, b.id));
  const positions = [...new Set(found.flatMap(({ judged }) => judged.positions))].sort();
  return { difference: example.difference, judged: { ...example.judged, positions }, subjects, example };
}

const sizeOf = ({ posed }: Found): number => print(posed.expression).length;

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
