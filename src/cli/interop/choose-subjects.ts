import { usageError } from '../../engine/error.js';
import { didYouMean } from '../nearest.js';
import type { SubjectEntry } from '../subjects-file.js';

/** The subjects with these ids, in the order of the list; without ids all. Throws a usage error for an unknown id. */
export function chooseSubjects(
  entries: readonly SubjectEntry[],
  only: readonly string[] | undefined,
  file: string,
): readonly SubjectEntry[] {
  if (only === undefined) return entries;
  const ids = entries.map(({ id }) => id);
  const unknown = only.find((id) => !ids.includes(id));
  if (unknown !== undefined) {
    throw usageError(
      'subjects.unknown',
      `failed to choose subjects: ${file} has none called ${JSON.stringify(unknown)}`,
      didYouMean(unknown, ids) ?? `it has ${ids.join(', ')}`,
    );
  }
  return entries.filter(({ id }) => only.includes(id));
}
