import type { Excerpt } from './excerpt.js';
import type { ProfileCell, ProfileRow } from './types.js';

/** As much of a profile as a row needs. */
export interface KnownProfile {
  readonly id: string;
  readonly title: string;
}

/** Every profile that a report decides or names as not seen: the known ones in their order, then the others by id. */
export function profileRows(reports: readonly Excerpt[], known: readonly KnownProfile[]): readonly ProfileRow[] {
  const ids = new Set(reports.flatMap(({ profiles, unseen }) => [...profiles, ...unseen].map(({ id }) => id)));
  const titles = new Map(known.map(({ id, title }) => [id, title]));
  const others = [...ids].filter((id) => !titles.has(id)).sort();
  return [...[...titles.keys()].filter((id) => ids.has(id)), ...others].map((id) => {
    const title = titles.get(id);
    return { id, ...(title === undefined ? {} : { title }), cells: reports.map((report) => cellOf(id, report)) };
  });
}

function cellOf(id: string, { profiles, unseen }: Excerpt): ProfileCell {
  const seen = profiles.find((profile) => profile.id === id);
  if (seen === undefined) {
    const reveal = unseen.find((profile) => profile.id === id)?.reveal;
    return { kind: 'unseen', ...(reveal === undefined ? {} : { reveal }) };
  }
  const { verdict, requirements, reason } = seen;
  return { kind: 'seen', verdict, ...requirements, ...(reason === undefined ? {} : { reason }) };
}
