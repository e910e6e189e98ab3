// What a user may have meant by a word that is none of those there are.

/** At most this many suggestions help; more confuse. */
const MOST = 3;

/** How much further off than the nearest one a suggestion may be. */
const SLACK = 1;

/** The candidates that are few typing errors away from `word`, or that it begins, the nearest first. */
export function nearest(word: string, candidates: Iterable<string>): readonly string[] {
  const lower = word.toLowerCase();
  const most = Math.max(1, Math.floor(word.length / 3));
  const near = [...candidates]
    .map((candidate) => ({ candidate, far: distance(lower, candidate.toLowerCase()) }))
    .filter(({ candidate, far }) => far <= most || (lower.length > 2 && candidate.toLowerCase().startsWith(lower)))
    .sort((a, b) => a.far - b.far);
  // Beside a near one, those further off only distract.
  const best = near[0]?.far ?? 0;
  return near
    .filter(({ far }) => (best > 0 && far <= best + SLACK) || far === best)
    .slice(0, MOST)
    .map(({ candidate }) => candidate);
}

/** `did you mean a or b?`, or undefined when nothing is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const near = nearest(word, candidates);
  return near.length === 0 ? undefined : `did you mean ${near.join(' or ')}?`;
}

/** Insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(before, j - 2) + 1 : Infinity;
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + cost, swap));
    }
    before = last;
    last = row;
  }
  return at(last, b.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Infinity;
